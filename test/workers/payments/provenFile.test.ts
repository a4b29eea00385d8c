import { expect, test } from 'vitest';
import { cents } from '../../../payroll/money.ts';
import { provenFile } from '../../../workers/payments/provenFile.ts';
import { achFile, payrollBatch, wageEntry } from '../../payroll/payments/randomAchFile.ts';

/* A payment file that is wrong stops the workflow at once: trying again would write the same. */

test('a file that balances is written', () => {
  expect(provenFile('run_1', achFile({ batches: [payrollBatch([wageEntry()])] }))).toMatch(/^101 /);
});

/** An entry whose amount is another one each time it is read, as by a writer with a fault. */
function unsteadyEntry() {
  let reads = 0;
  return {
    ...wageEntry(),
    get amountCents() {
      return cents((reads += 1));
    },
  };
}

test.each([
  ['does not add up', { batches: [payrollBatch([unsteadyEntry()])] }, /should be/],
  ['is refused', { batches: [payrollBatch([wageEntry({ routingNumber: '123456789' })])] }, /payment file of run_1/],
])('one that %s is a failed assertion, by the name that the workflow knows', (_case, more, message) => {
  expect(() => provenFile('run_1', achFile(more))).toThrow(
    expect.objectContaining({ name: 'PayrollAssertionFailed', message: expect.stringMatching(message) }),
  );
});
