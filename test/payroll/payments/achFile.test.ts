import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../payroll/money.ts';
import { achLines } from '../../../payroll/payments/ach/achLines.ts';
import type { AchBatch, AchEntry, AchFile } from '../../../payroll/payments/ach/AchFile.ts';
import { achText } from '../../../payroll/payments/ach/achText.ts';
import { achTraceNumber } from '../../../payroll/payments/ach/achTraceNumber.ts';
import { provenLines } from '../../../payroll/payments/ach/provenLines.ts';
import { writeAchFile } from '../../../payroll/payments/ach/writeAchFile.ts';
import { AchFileChecker } from './AchFileChecker.ts';
import { achFile, largeAchFile, payrollBatch, randomAchFile, wageEntry } from './randomAchFile.ts';

function written(file: AchFile): string {
  const text = writeAchFile(file);
  if (!text.ok) throw new Error(text.error.message);
  return text.value;
}

function complaintsAbout(text: string): string[] {
  return new AchFileChecker(text).complaints;
}

test('a file of one deposit, one prenote and one addenda is, character by character, the published layout', () => {
  const file = achFile({
    batches: [
      payrollBatch([
        wageEntry({ addenda: 'Regular pay' }),
        wageEntry({ accountType: 'SAVINGS', isPrenote: true, amountCents: cents(0), traceSequence: 2 }),
      ]),
    ],
  });
  // prettier-ignore
  expect(written(file).split('\n')).toEqual([
    //        1         2         3         4         5         6         7         8         9
    //234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234
    '101 02100002119123456782611230905A094101FIRST BANK OF SPRINGFIEACME MANUFACTURING INCO        ',
    '5220ACME MFG                            1912345678PPDPAYROLL   261125261125   1021000020000001',
    '62201140153312345678         0000123456E1001          ADA LOVELACE            1021000020000001',
    '705REGULAR PAY                                                                     00010000001',
    '63301140153312345678         0000000000E1001          ADA LOVELACE            0021000020000002',
    '822000000300022803060000000000000000001234561912345678                         021000020000001',
    '9000001000001000000030002280306000000000000000000123456                                       ',
    '9'.repeat(94), '9'.repeat(94), '9'.repeat(94), '',
  ]);
});

describe('whoever reads the file by the published table finds nothing wrong', () => {
  test('in files of wages and reversals, with and without offset', () => {
    fc.assert(
      fc.property(randomAchFile, (file) => {
        expect(complaintsAbout(written(file))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('in a file of 10,000 entries', () => {
    const text = written(largeAchFile(10_000, 23));
    expect(complaintsAbout(text)).toEqual([]);
    expect(text.length).toBeGreaterThan(10_000 * 95);
  });

  test('line by line it is the same file', () => {
    const file = largeAchFile(50, 7);
    const lines = achLines(file);
    expect(lines.ok && [...lines.value, ''].join('\n')).toBe(written(file));
  });
});

describe('the checker notices', () => {
  // Consecutive traces, and an addenda that repeats the last of each batch: every digit is then bound by another.
  const text = written(
    achFile({
      batches: [
        payrollBatch([wageEntry(), wageEntry({ traceSequence: 2, addenda: 'Regular pay' })]),
        payrollBatch(
          [
            wageEntry({ transaction: 'DEBIT', traceSequence: 3 }),
            wageEntry({ transaction: 'DEBIT', traceSequence: 4, addenda: 'Paid twice' }),
          ],
          { entryDescription: 'REVERSAL' },
        ),
      ],
    }),
  );
  const lines = text.split('\n');

  // Positions of the figures that a bank adds up or compares, from 1, by record type.
  const figures: Record<string, [string, number, number][]> = {
    5: [
      ['service class', 2, 4],
      ['ODFI', 80, 87],
      ['batch number', 88, 94],
    ],
    6: [
      ['routing number', 4, 12],
      ['amount', 30, 39],
      ['trace number', 80, 94],
    ],
    7: [
      ['addenda sequence', 84, 87],
      ['end of the trace number', 88, 94],
    ],
    8: [
      ['service class', 2, 4],
      ['count', 5, 10],
      ['hash', 11, 20],
      ['debits', 21, 32],
      ['credits', 33, 44],
      ['ODFI', 80, 87],
      ['batch number', 88, 94],
    ],
    9: [
      ['batch count', 2, 7],
      ['block count', 8, 13],
      ['count', 14, 21],
      ['hash', 22, 31],
      ['debits', 32, 43],
      ['credits', 44, 55],
    ],
  };
  const cases = Object.entries(figures).flatMap(([type, fields]) =>
    fields.map(([name, from, to]) => [type, name, from, to] as const),
  );

  test.each(cases)('in record %s any other digit in the %s (%d-%d)', (type, _name, from, to) => {
    const unnoticed: string[] = [];
    lines.forEach((line, i) => {
      if (!line.startsWith(type) || line === '9'.repeat(94)) return;
      for (let at = from - 1; at < to; at++) {
        for (let other = 0; other <= 9; other++) {
          if (line.charAt(at) === String(other)) continue;
          const changed = line.slice(0, at) + String(other) + line.slice(at + 1);
          if (complaintsAbout(lines.with(i, changed).join('\n')).length === 0) unnoticed.push(`${i}: ${changed}`);
        }
      }
    });
    expect(unnoticed).toEqual([]);
  });

  test.each([
    ['an entry that is gone', () => lines.toSpliced(2, 1)],
    ['an entry that is there twice', () => lines.toSpliced(2, 0, lines[2] ?? '')],
    ['two entries that changed places', () => lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '')],
    ['an addenda that is gone', () => lines.toSpliced(4, 1)],
    ['a missing line of filling', () => lines.toSpliced(-2, 1)],
    ['a credit that became a debit', () => lines.with(2, (lines[2] ?? '').replace(/^622/, '627'))],
    ['a letter that is not ASCII', () => lines.with(2, (lines[2] ?? '').replace('ADA', 'ÀDA'))],
    ['wages that are not called PAYROLL', () => lines.with(1, (lines[1] ?? '').replace('PAYROLL  ', 'SALARY   '))],
    ['a settlement on a Sunday', () => lines.with(1, (lines[1] ?? '').replace('261125261125', '261125261122'))],
    ['a line that is one short', () => lines.with(2, (lines[2] ?? '').slice(0, 93))],
  ])('%s', (_case, mutated) => {
    expect(complaintsAbout(mutated().join('\n'))).not.toEqual([]);
  });
});

describe('a file that does not add up never leaves', () => {
  const file = achFile({ batches: [payrollBatch([1, 2, 3].map((traceSequence) => wageEntry({ traceSequence })))] });
  const lines = written(file).trimEnd().split('\n');
  const [header = '', batchHeader = '', first = '', second = '', , control = '', end = ''] = lines;
  const proof = (changed: string[]) => () => [...provenLines(file, changed)];

  test('unchanged it passes', () => {
    expect(proof(lines)()).toEqual(lines);
  });

  test.each([
    ['an amount', lines.with(2, `${first.slice(0, 29)}0000000001${first.slice(39)}`)],
    ['a bank', lines.with(2, `${first.slice(0, 3)}02100002${first.slice(11)}`)],
    ['a direction', lines.with(2, `${first.slice(0, 2)}7${first.slice(3)}`)],
    ['an entry left out', [header, batchHeader, ...lines.slice(3)]],
    ['an entry twice', [header, batchHeader, first, first, second, ...lines.slice(4)]],
    ['a batch control that counts wrong', lines.with(5, `${control.slice(0, 4)}000004${control.slice(10)}`)],
    ['a file control that counts its batches wrong', lines.with(6, `9000002${end.slice(7)}`)],
    ['a file control that counts its blocks wrong', lines.with(6, `${end.slice(0, 7)}000002${end.slice(13)}`)],
    ['a file control with another hash', lines.with(6, `${end.slice(0, 21)}0000000001${end.slice(31)}`)],
    ['a missing line of filling', lines.slice(0, -1)],
    ['a line too long', lines.with(2, `${first} `)],
  ])('%s is noticed', (_case, changed) => {
    expect(proof(changed)).toThrow(expect.objectContaining({ name: 'PaymentFileUnbalanced' }));
  });

  test('an entry that was forgotten everywhere is noticed against what was asked for', () => {
    const asked = {
      ...file,
      batches: [payrollBatch([...(file.batches[0]?.entries ?? []), wageEntry({ traceSequence: 9 })])],
    };
    expect(() => [...provenLines(asked, lines)]).toThrow('credits asked for');
  });
});

const offsetAccount = { accountType: 'CHECKING', routingNumber: '021000021', accountNumber: '99887766' } as const;

describe('with an offset account', () => {
  test('each batch ends with the debit of the funding account, and credits equal debits', () => {
    const file = achFile({ offsetAccount, batches: [payrollBatch([wageEntry(), wageEntry({ traceSequence: 2 })])] });
    const [, batchHeader, , , offset, batchControl] = written(file).split('\n');
    expect(batchHeader?.slice(0, 4)).toBe('5200');
    expect(offset).toBe(
      '62702100002199887766         0000246912OFFSET         ACME MFG                0021000020000003',
    );
    expect(batchControl?.slice(20, 44)).toBe('000000246912'.repeat(2));
  });

  test('a reversal is balanced by a credit to it', () => {
    const debit = wageEntry({ transaction: 'DEBIT' });
    const text = written(
      achFile({ offsetAccount, batches: [payrollBatch([debit], { entryDescription: 'REVERSAL' })] }),
    );
    expect(text.split('\n')[3]).toMatch(/^62202100002199887766 {9}0000123456OFFSET/);
  });

  test('a total beyond one entry is divided', () => {
    const most = cents(9_999_999_999);
    const entries = [1, 2, 3].map((traceSequence) => wageEntry({ amountCents: most, traceSequence }));
    const text = written(achFile({ offsetAccount, batches: [payrollBatch(entries)] }));
    expect(complaintsAbout(text)).toEqual([]);
    expect(text.match(/^627.*OFFSET/gm)?.map((line) => line.slice(29, 39))).toEqual(Array(3).fill('9999999999'));
  });

  test('a batch of prenotes needs none', () => {
    const prenote = wageEntry({ isPrenote: true, amountCents: cents(0) });
    expect(written(achFile({ offsetAccount, batches: [payrollBatch([prenote])] }))).not.toContain('OFFSET');
  });

  test('the next batch must leave its trace number free', () => {
    const batches = [payrollBatch([wageEntry()]), payrollBatch([wageEntry({ traceSequence: 2 })])];
    expect(writeAchFile(achFile({ batches }))).toMatchObject({ ok: true });
    expect(writeAchFile(achFile({ offsetAccount, batches }))).toMatchObject({
      error: { type: 'INVALID_INPUT', field: 'batches[1].entries[0].traceSequence' },
    });
  });
});

describe('refused, with the path of what is wrong', () => {
  const entryWith = (more: Partial<AchEntry>) => achFile({ batches: [payrollBatch([wageEntry(more)])] });
  const batchWith = (more: Partial<AchBatch>) => achFile({ batches: [payrollBatch([wageEntry()], more)] });
  const fileWith = (more: Partial<AchFile>) => achFile({ batches: [payrollBatch([wageEntry()])], ...more });
  const manyEntries = (count: number, amountCents: number) =>
    Array.from({ length: count }, (_, i) => wageEntry({ amountCents: cents(amountCents), traceSequence: i + 1 }));
  const entry = 'batches[0].entries[0]';
  const prenoteDebit = wageEntry({ transaction: 'DEBIT', isPrenote: true, amountCents: cents(0) });
  const noAccount = { ...offsetAccount, routingNumber: '021000022' };

  test.each<[string, AchFile, string, string]>([
    [
      'a wrong check digit',
      entryWith({ routingNumber: '011401534' }),
      'INVALID_BANK_ACCOUNT',
      `${entry}.routingNumber`,
    ],
    ['nine zeros', entryWith({ routingNumber: '000000000' }), 'INVALID_BANK_ACCOUNT', `${entry}.routingNumber`],
    ['18 digits', entryWith({ accountNumber: '1'.repeat(18) }), 'INVALID_BANK_ACCOUNT', `${entry}.accountNumber`],
    ['a blank in the number', entryWith({ accountNumber: '12 345' }), 'INVALID_BANK_ACCOUNT', `${entry}.accountNumber`],
    ['no money', entryWith({ amountCents: cents(0) }), 'INVALID_AMOUNT', `${entry}.amountCents`],
    ['eleven digits', entryWith({ amountCents: cents(10_000_000_000) }), 'INVALID_AMOUNT', `${entry}.amountCents`],
    ['a prenote with money', entryWith({ isPrenote: true }), 'INVALID_AMOUNT', `${entry}.amountCents`],
    ['a hyphen in an ID', entryWith({ individualId: 'E-1001' }), 'INVALID_INPUT', `${entry}.individualId`],
    ['a 16-character ID', entryWith({ individualId: 'E'.repeat(16) }), 'INVALID_INPUT', `${entry}.individualId`],
    ['an 81-character addenda', entryWith({ addenda: 'A'.repeat(81) }), 'INVALID_INPUT', `${entry}.addenda`],
    ['sequence 0', entryWith({ traceSequence: 0 }), 'INVALID_INPUT', `${entry}.traceSequence`],
    ['sequence 10,000,000', entryWith({ traceSequence: 10_000_000 }), 'INVALID_INPUT', `${entry}.traceSequence`],
    ['a debit among wages', entryWith({ transaction: 'DEBIT' }), 'INVALID_INPUT', entry],
    ['a credit as reversal', batchWith({ entryDescription: 'REVERSAL' }), 'INVALID_INPUT', entry],
    [
      'a prenote as reversal',
      achFile({ batches: [payrollBatch([prenoteDebit], { entryDescription: 'REVERSAL' })] }),
      'INVALID_INPUT',
      entry,
    ],
    [
      'no number left for the offset',
      achFile({ offsetAccount, batches: [payrollBatch([wageEntry({ traceSequence: 9_999_999 })])] }),
      'INVALID_INPUT',
      'batches[0].entries',
    ],
    [
      'an offset account that is none',
      fileWith({ offsetAccount: noAccount }),
      'INVALID_BANK_ACCOUNT',
      'offsetAccount.routingNumber',
    ],
    ['Thanksgiving', batchWith({ effectiveEntryDate: '2026-11-26' }), 'INVALID_INPUT', 'batches[0].effectiveEntryDate'],
    ['a past date', batchWith({ effectiveEntryDate: '2026-11-20' }), 'INVALID_INPUT', 'batches[0].effectiveEntryDate'],
    ['an empty batch', batchWith({ entries: [] }), 'INVALID_INPUT', 'batches[0].entries'],
    ['no batch', fileWith({ batches: [] }), 'INVALID_INPUT', 'batches'],
    ['a 17-character company', fileWith({ companyName: 'A'.repeat(17) }), 'INVALID_INPUT', 'companyName'],
    ['a 9-character company ID', fileWith({ companyId: '912345678' }), 'INVALID_INPUT', 'companyId'],
    ['a bank that is none', fileWith({ odfiRoutingNumber: '123456789' }), 'INVALID_BANK_ACCOUNT', 'odfiRoutingNumber'],
    ['24:00', fileWith({ fileTime: '24:00' }), 'INVALID_INPUT', 'fileTime'],
    ['modifier a', fileWith({ fileIdModifier: 'a' }), 'INVALID_INPUT', 'fileIdModifier'],
    [
      'more money than twelve digits',
      achFile({ batches: [payrollBatch(manyEntries(101, 9_999_999_999))] }),
      'PAYMENT_FILE_TOO_LARGE',
      'batches',
    ],
    [
      'a millionth entry in one batch',
      achFile({ batches: [payrollBatch(manyEntries(1_000_000, 1))] }),
      'PAYMENT_FILE_TOO_LARGE',
      'batches[0]',
    ],
  ])('%s', (_case, file, type, field) => {
    expect(writeAchFile(file)).toMatchObject({ ok: false, error: { type, field } });
  });

  test('a settlement beyond the banking calendar', () => {
    const refusal = writeAchFile(batchWith({ effectiveEntryDate: '2028-01-04' }));
    expect(refusal).toMatchObject({ ok: false, error: { type: 'PAY_DATE_NOT_SUPPORTED' } });
  });

  test('a refusal never holds the account number', () => {
    const refusal = writeAchFile(entryWith({ accountNumber: '12345678901234567890' }));
    expect(JSON.stringify(refusal)).not.toContain('12345678901234567890');
  });
});

describe('names', () => {
  test.each([
    ['Łukasz O’Brien-Müßig', "LUKASZ O'BRIEN-MUSSIG"],
    ['Þórður Æsir', 'THORDUR AESIR'],
    ['Zoë\u00a0李  Ng', 'ZOE NG'],
    ['José\nÑáñez', 'JOSE NANEZ'],
    ['李雷', ''],
  ])('%s is written as "%s"', (name, text) => {
    expect(achText(name)).toBe(text);
  });

  test.each([
    ['longer than 22 characters: cut', 'Maximiliana Featherstonehaugh', 'MAXIMILIANA FEATHERSTO'],
    ['without a letter of the network: the individual ID', '李雷', 'E1001                 '],
  ])('%s', (_case, individualName, field) => {
    const line = written(achFile({ batches: [payrollBatch([wageEntry({ individualName })])] })).split('\n')[2];
    expect(line?.slice(54, 76)).toBe(field);
  });
});

test('a trace number is the first eight digits of the bank and the sequence', () => {
  expect(achTraceNumber('021000021', 42)).toBe('021000020000042');
});
