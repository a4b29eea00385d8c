import type { PayrollRunType } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';

/** What a start asks for, with what is absent left out. */
export interface StartFacts {
  companyId: string;
  payGroupId: string;
  periodStartDate: string;
  type: PayrollRunType;
  sequence: number;
  /** In ascending order, each once. */
  employeeIds?: string[];
  payDate?: string;
  correctsRunId?: string;
}

export function startFactsOf({ caller, input }: MutationEvent<'startPayrollRun'>): StartFacts {
  const { payGroupId, periodStartDate, type, sequence, employeeIds, payDate, correctsRunId } = input;
  return {
    companyId: caller.companyId,
    payGroupId,
    periodStartDate,
    type,
    sequence,
    ...(employeeIds ? { employeeIds: [...new Set(employeeIds)].sort() } : {}),
    ...(payDate ? { payDate } : {}),
    ...(correctsRunId ? { correctsRunId } : {}),
  };
}

/** The id of the run that is asked for, or of another one of its period. */
export const runIdIn = (facts: StartFacts, other: Partial<Pick<StartFacts, 'type' | 'sequence'>> = {}): string =>
  runIdOf({ ...facts, ...other });
