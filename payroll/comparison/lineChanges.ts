import { add, subtract, ZERO, type Cents } from '../money.ts';
import type { LineKind, Payslip } from '../Payslip.ts';

/** Lines of one kind, code and reference on one payslip, added up: two bonuses are one amount. */
export type LineFigures = {
  readonly amountCents: Cents;
  readonly taxableCents: Cents | undefined;
  readonly hoursHundredths: number | undefined;
};

/** A line that is not what it was; `undefined` where a payslip does not have it. */
export type LineChange = {
  readonly kind: LineKind;
  readonly code: string;
  /** Id of the deduction or garnishment order. */
  readonly reference: string | undefined;
  readonly before: LineFigures | undefined;
  readonly after: LineFigures | undefined;
  readonly changeCents: Cents;
};

type Line = Pick<LineChange, 'kind' | 'code' | 'reference'> & LineFigures;

/** The lines whose amounts differ, in the order of the later payslip; those that it has no more come last. */
export function lineChangesOf(before: Payslip | undefined, after: Payslip | undefined): LineChange[] {
  const linesBefore = linesByKey(before);
  const linesAfter = linesByKey(after);
  const changes: LineChange[] = [];
  for (const [key, line] of new Map([...linesAfter, ...linesBefore])) {
    const { kind, code, reference } = line;
    const was = linesBefore.get(key);
    const is = linesAfter.get(key);
    const changeCents = subtract(is?.amountCents ?? ZERO, was?.amountCents ?? ZERO);
    if (changeCents !== 0) changes.push({ kind, code, reference, before: was, after: is, changeCents });
  }
  return changes;
}

function linesByKey(payslip: Payslip | undefined): Map<string, Line> {
  const lines = new Map<string, Line>();
  for (const { kind, code, reference: of, amountCents, taxableCents, hoursHundredths } of payslip?.lines ?? []) {
    // The days of an earning are no other earning.
    const reference = kind === 'EARNING' ? undefined : of;
    const key = `${kind} ${code} ${reference ?? ''}`;
    const same = lines.get(key);
    lines.set(key, {
      kind,
      code,
      reference,
      amountCents: add(same?.amountCents ?? ZERO, amountCents),
      taxableCents: taxableCents === undefined ? same?.taxableCents : add(same?.taxableCents ?? ZERO, taxableCents),
      hoursHundredths:
        hoursHundredths === undefined ? same?.hoursHundredths : (same?.hoursHundredths ?? 0) + hoursHundredths,
    });
  }
  return lines;
}
