import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { z } from 'zod';
import type { RunReference } from '../workflows/payrollRun.ts';

const stepFunctions = new SFNClient({});
const processor = new SqsFifoPartialProcessorAsync();
const config = new IdempotencyConfig({
  eventKeyJmesPath: 'runId',
  throwOnNoIdempotencyKey: true,
  hashFunction: 'sha256',
});
const startMessage = z.object({ companyId: z.string().min(1), runId: z.string().min(1).max(80) });

/**
 * Starts one execution for each message of the start queue. The execution is named after the run, so a message that
 * comes twice finds it started; the Powertools record only saves the call. A run that already moved on stays as it is,
 * because its first step looks at the run's status.
 */
const launch = makeIdempotent(
  async ({ companyId, runId }: RunReference): Promise<{ runId: string }> => {
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
    return { runId };
  },
  {
    persistenceStore: new DynamoDBPersistenceLayer({ tableName: process.env.IDEMPOTENCY_TABLE_NAME ?? '' }),
    config,
    keyPrefix: 'launchPayrollRun',
  },
);

export const handler = (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
  config.registerLambdaContext(context);
  return processPartialResponse(
    event,
    async ({ body }: SQSRecord) => void (await launch(startMessage.parse(JSON.parse(body)))),
    processor,
    { context },
  );
};
