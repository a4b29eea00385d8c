import type { PayrollRunType } from '../../generated/schema.ts';
import type { Run } from '../run/Run.ts';

/** The types that a person starts; a reversal is made by a void. */
export const STARTABLE = ['REGULAR', 'OFF_CYCLE', 'BONUS', 'CORRECTION', 'TERMINATION'] as const;
export type StartableType = (typeof STARTABLE)[number] & PayrollRunType;

/** Which run is to be started, as far as the address says it. */
export interface StartChoice {
  payGroupId?: string | undefined;
  periodStartDate?: string | undefined;
  type: StartableType;
  /** The run whose unpaid employees are to be paid. */
  failedOf?: string | undefined;
  sequence?: number | undefined;
}

export function startChoiceOf(query: string): StartChoice {
  const asked = new URLSearchParams(query);
  const sequence = Number(asked.get('sequence'));
  return {
    payGroupId: asked.get('group') ?? undefined,
    periodStartDate: asked.get('period') ?? undefined,
    type: STARTABLE.find((known) => known === asked.get('type')) ?? 'REGULAR',
    failedOf: asked.get('failedOf') ?? undefined,
    sequence: Number.isInteger(sequence) && sequence > 0 ? sequence : undefined,
  };
}

const queryFor = ({ payGroupId, period }: Run, more: Readonly<Record<string, string>>): string =>
  new URLSearchParams({ group: payGroupId, period: period.startDate, ...more }).toString();

/** The off-cycle run that pays whom a run could not. */
export const offCycleQueryOf = (run: Run): string => queryFor(run, { type: 'OFF_CYCLE', failedOf: run.runId });

/** The same period once more, after a run that pays nobody. */
export const againQueryOf = (run: Run): string => queryFor(run, { sequence: String(run.sequence + 1) });
