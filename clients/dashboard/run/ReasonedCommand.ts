import {
  CancelPayrollRunDocument,
  ExcludePayrollRunItemsDocument,
  RecalculatePayrollRunDocument,
  RejectPayrollRunDocument,
} from '../../generated/operations/graphql.ts';
import type { CommandAnswer } from '../api/useCommand.ts';
import { execute } from '../api/execute.ts';
import { formatCount } from '../format/formatCount.ts';
import type { Run } from './Run.ts';

interface ReasonedInput {
  idempotencyKey: string;
  runId: string;
  reason: string;
}

/** Something that is done to a run for a reason, which stays in the run's history. */
export interface ReasonedCommand {
  title: string;
  consequence: string;
  action: string;
  field: string;
  isDangerous: boolean;
  execute: (input: ReasonedInput) => Promise<CommandAnswer<Run>>;
}

type Payload = { run?: Run | null; userErrors: CommandAnswer<Run>['userErrors'] } | null | undefined;

const answerOf = (payload: Payload): CommandAnswer<Run> => ({
  value: payload?.run,
  userErrors: payload?.userErrors ?? [],
});

export const REJECT: ReasonedCommand = {
  title: 'Reject this run',
  consequence: 'Nobody is paid from it.',
  action: 'Reject',
  field: 'Why is it rejected?',
  isDangerous: true,
  execute: async (input) => answerOf((await execute(RejectPayrollRunDocument, { input })).rejectPayrollRun),
};

export const CANCEL: ReasonedCommand = {
  title: 'Cancel this run',
  consequence: 'It stops where it is, and nobody is paid from it.',
  action: 'Cancel the run',
  field: 'Why is it cancelled?',
  isDangerous: true,
  execute: async (input) => answerOf((await execute(CancelPayrollRunDocument, { input })).cancelPayrollRun),
};

export const RECALCULATE: ReasonedCommand = {
  title: 'Calculate this run again',
  consequence:
    'Everybody is calculated with the employees, inputs and rules as they are now. Approvals so far no longer count.',
  action: 'Calculate again',
  field: 'Why is it calculated again?',
  isDangerous: false,
  execute: async (input) => answerOf((await execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun),
};

/** Leaves these employees out of their run. */
export function excludeCommand(employeeIds: readonly string[]): ReasonedCommand {
  const whom = employeeIds.length === 1 ? '1 employee' : `${formatCount(employeeIds.length)} employees`;
  return {
    title: `Leave out ${whom}`,
    consequence: 'They get nothing from this run; an off-cycle run can pay them. Approvals so far no longer count.',
    action: `Leave out ${whom}`,
    field: 'Why are they left out?',
    isDangerous: true,
    execute: async (input) =>
      answerOf(
        (await execute(ExcludePayrollRunItemsDocument, { input: { ...input, employeeIds: [...employeeIds] } }))
          .excludePayrollRunItems,
      ),
  };
}
