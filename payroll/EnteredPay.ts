import type { EarningInput, PayInputs } from './EmployeePayFacts.ts';

/**
 * What was entered for a period: for its regular run, and by their sequence for its off-cycle runs. An earning belongs to
 * one of them, so that it is paid once however many runs the period has.
 */
export type EnteredPay = PayInputs & {
  readonly offCycleEarnings?: Readonly<Record<string, readonly EarningInput[]>>;
};

export const NOTHING_ENTERED: EnteredPay = { workweeks: [], earnings: [] };

/** Whether nothing at all was entered: hours of 0 are an answer, and so something. */
export const isNothing = (entered: EnteredPay): boolean =>
  entered.workweeks.length === 0 &&
  entered.earnings.length === 0 &&
  entered.supplementalMethod === undefined &&
  entered.unpaidAbsenceDays === undefined &&
  Object.values(entered.offCycleEarnings ?? {}).every((earnings) => earnings.length === 0);

/** The off-cycle runs for which something was entered, by their sequence. */
export const sequencesOf = ({ offCycleEarnings = {} }: EnteredPay): number[] =>
  Object.entries(offCycleEarnings).flatMap(([sequence, earnings]) => (earnings.length > 0 ? [Number(sequence)] : []));
