import fc from 'fast-check';
import { cents } from '../../../payroll/money.ts';
import type { AchBatch, AchEntry, AchFile } from '../../../payroll/payments/ach/AchFile.ts';

/** A file to start from: a company that pays through its own bank. */
export const achFile = (more: Partial<AchFile> & Pick<AchFile, 'batches'>): AchFile => ({
  immediateDestination: '021000021',
  destinationName: 'First Bank of Springfield',
  immediateOrigin: '1912345678',
  originName: 'Acme Manufacturing Incorporated',
  companyName: 'Acme Mfg',
  companyId: '1912345678',
  odfiRoutingNumber: '021000021',
  fileDate: '2026-11-23',
  fileTime: '09:05',
  fileIdModifier: 'A',
  ...more,
});

export const payrollBatch = (entries: readonly AchEntry[], more: Partial<AchBatch> = {}): AchBatch => ({
  entryDescription: 'PAYROLL',
  effectiveEntryDate: '2026-11-25',
  companyDescriptiveDate: '2026-11-25',
  entries,
  ...more,
});

export const wageEntry = (more: Partial<AchEntry> = {}): AchEntry => ({
  transaction: 'CREDIT',
  accountType: 'CHECKING',
  isPrenote: false,
  routingNumber: '011401533',
  accountNumber: '12345678',
  amountCents: cents(123_456),
  individualId: 'E1001',
  individualName: 'Ada Lovelace',
  traceSequence: 1,
  ...more,
});

/** Nine digits whose last checks the others, which are not all zero. */
const routingNumber = fc.integer({ min: 1, max: 99_999_999 }).map((bank) => {
  const eight = String(bank).padStart(8, '0');
  const sum = [3, 7, 1, 3, 7, 1, 3, 7].reduce((total, weight, i) => total + weight * Number(eight.charAt(i)), 0);
  return `${eight}${(10 - (sum % 10)) % 10}`;
});

const bankAccount = {
  accountType: fc.constantFrom('CHECKING' as const, 'SAVINGS' as const),
  routingNumber,
  accountNumber: fc.stringMatching(/^[0-9A-Za-z-]{4,17}$/),
};

type Payment = Omit<AchEntry, 'traceSequence' | 'transaction'>;

const payment: fc.Arbitrary<Payment> = fc
  .record({
    ...bankAccount,
    isPrenote: fc.boolean(),
    amountCents: fc.oneof(fc.integer({ min: 1, max: 900_000 }), fc.integer({ min: 1, max: 9_999_999_999 })),
    individualId: fc.stringMatching(/^[0-9A-Z]{1,15}$/),
    individualName: fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Zoë Ünal', '李雷', 'Łukasz Ørsted'),
    ),
    addenda: fc.option(fc.stringMatching(/^[A-Z][A-Z0-9 *\\]{0,79}$/), { nil: undefined }),
  })
  .map(({ amountCents, ...rest }) => ({ ...rest, amountCents: cents(rest.isPrenote ? 0 : amountCents) }));

/** Files of wages and reversals, with and without offset, as the caller of the writer puts them together. */
export const randomAchFile: fc.Arbitrary<AchFile> = fc
  .record({
    offsetAccount: fc.option(fc.record(bankAccount), { nil: undefined }),
    batches: fc.array(
      fc.record({
        entryDescription: fc.constantFrom('PAYROLL' as const, 'REVERSAL' as const),
        payments: fc.array(payment, { minLength: 1, maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    gaps: fc.infiniteStream(fc.integer({ min: 1, max: 3 })),
  })
  .map(({ offsetAccount, batches, gaps }) => {
    let traceSequence = 0;
    return achFile({
      offsetAccount,
      batches: batches.map(({ entryDescription, payments }) => {
        const isWage = entryDescription === 'PAYROLL';
        const entries = payments.map((paid): AchEntry => {
          traceSequence += Number(gaps.next().value);
          const isPrenote = isWage && paid.isPrenote;
          const amountCents = isPrenote || paid.amountCents > 0 ? paid.amountCents : cents(1);
          return { ...paid, isPrenote, amountCents, transaction: isWage ? 'CREDIT' : 'DEBIT', traceSequence };
        });
        traceSequence += payments.length; // room for the offset
        return payrollBatch(entries, { entryDescription });
      }),
    });
  });

/** Wages of `count` people as one batch: the same for the same seed. */
export function largeAchFile(count: number, seed: number): AchFile {
  const people = fc.sample(payment, { numRuns: 500, seed });
  const amounts = fc.sample(fc.integer({ min: 1, max: 900_000 }), { numRuns: 500, seed: seed + 1 });
  const entries = Array.from({ length: count }, (_, i): AchEntry => {
    const paid = people[i % 499] ?? wageEntry();
    const amountCents = cents(paid.isPrenote ? 0 : (amounts[i % 491] ?? 1));
    return { ...paid, transaction: 'CREDIT', amountCents, traceSequence: i + 1 };
  });
  return achFile({ batches: [payrollBatch(entries)] });
}
