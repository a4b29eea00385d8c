import { ZERO, type Cents } from '../money.ts';
import type { LineKind, Payslip } from '../Payslip.ts';
import { DifferenceCauses, type ChangedFacts, type DifferenceCause } from './DifferenceCauses.ts';
import { lineChangesOf, type LineChange } from './lineChanges.ts';

/** One line that is not what it was. A line that one payslip does not have is 0 there. */
export type LineDifference = {
  readonly kind: LineKind;
  readonly code: string;
  /** Id of the deduction or garnishment order. */
  readonly reference: string | undefined;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
  readonly changeCents: Cents;
  readonly cause: DifferenceCause;
};

export type PayslipDifference = {
  readonly employeeId: string;
  /** `JOINED` and `LEFT` are about the run: the employee may be on leave, or be paid in another one. */
  readonly outcome: 'JOINED' | 'LEFT' | 'CHANGED' | 'UNCHANGED';
  readonly before: Payslip | undefined;
  readonly after: Payslip | undefined;
  /** In the order of the later payslip; lines that it has no more come last. */
  readonly lines: readonly LineDifference[];
};

/**
 * What changed from one payslip of an employee to another, line by line, with the cause of each by the rules of
 * `DifferenceCauses`. Of somebody who joined or left, every line has the cause `HEADCOUNT`. One of the two must be there.
 */
export function diffPayslips(
  before: Payslip | undefined,
  after: Payslip | undefined,
  changedFacts: ChangedFacts,
): PayslipDifference {
  const changes = lineChangesOf(before, after);
  const differencesBy = (causeOf: (change: LineChange) => DifferenceCause): LineDifference[] =>
    changes.map((change) => lineDifference(change, causeOf(change)));
  if (before !== undefined && after !== undefined) {
    const causes = new DifferenceCauses(before, after, changes, changedFacts);
    const lines = differencesBy((change) => causes.of(change));
    return { employeeId: after.employeeId, outcome: lines.length > 0 ? 'CHANGED' : 'UNCHANGED', before, after, lines };
  }
  const lines = differencesBy(() => 'HEADCOUNT');
  if (after !== undefined) return { employeeId: after.employeeId, outcome: 'JOINED', before, after, lines };
  if (before !== undefined) return { employeeId: before.employeeId, outcome: 'LEFT', before, after, lines };
  throw new Error('there is no payslip to compare');
}

function lineDifference(change: LineChange, cause: DifferenceCause): LineDifference {
  const { kind, code, reference, before, after, changeCents } = change;
  const beforeCents = before?.amountCents ?? ZERO;
  return { kind, code, reference, beforeCents, afterCents: after?.amountCents ?? ZERO, changeCents, cause };
}
