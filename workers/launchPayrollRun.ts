import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { z } from 'zod';
import type { RunReference } from '../workflows/payrollRun.ts';
import { consumeCompanyQueue } from './queues/consumeCompanyQueue.ts';

const stepFunctions = new SFNClient({});

/**
 * Starts one execution for each message of the start queue. The execution is named after the run, so a message that
 * comes twice finds it started. A run that already moved on stays as it is, because its first step looks at the run's
 * status.
 */
export const handler = consumeCompanyQueue({
  name: 'launchPayrollRun',
  message: z.object({ companyId: z.string().min(1), runId: z.string().min(1).max(80) }),
  idMember: 'runId',
  take: async ({ companyId, runId }) => {
    try {
      await stepFunctions.send(
        new StartExecutionCommand({
          stateMachineArn: process.env.STATE_MACHINE_ARN,
          name: runId,
          input: JSON.stringify({ companyId, runId } satisfies RunReference),
        }),
      );
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error;
    }
  },
});
