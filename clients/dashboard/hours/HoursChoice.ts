/** Which sheet is shown, as the address says it. */
export interface HoursChoice {
  payGroupId?: string | undefined;
  periodStartDate?: string | undefined;
  /** Undefined: the regular run. */
  offCycleSequence?: number | undefined;
}

const MOST_RUNS = 99;

export function hoursChoiceOf(query: string): HoursChoice {
  const asked = new URLSearchParams(query);
  const sequence = Number(asked.get('run') ?? 0);
  const isRun = Number.isInteger(sequence) && sequence > 0 && sequence <= MOST_RUNS;
  return {
    payGroupId: asked.get('group') ?? undefined,
    periodStartDate: asked.get('period') ?? undefined,
    offCycleSequence: isRun ? sequence : undefined,
  };
}

export function hoursQueryOf({ payGroupId, periodStartDate, offCycleSequence }: HoursChoice): string {
  return new URLSearchParams({
    ...(payGroupId ? { group: payGroupId } : {}),
    ...(periodStartDate ? { period: periodStartDate } : {}),
    ...(offCycleSequence ? { run: String(offCycleSequence) } : {}),
  }).toString();
}
