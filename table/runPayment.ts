/** What a run remembers of its payment files beside its status. None of it moves the run, so its history is not touched. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { runKey } from './keys.ts';
import type { RunRecord } from './payrollRun.ts';

/**
 * Leaves the token that waits for the payment files, and says how many there are. A later attempt replaces it: the token of
 * the attempt before is dead. Answers whether the run is still being paid.
 */
export const awaitSubmission = (run: RunRecord, paymentToken: string, paymentFileCount: number): Promise<boolean> =>
  update(run, 'SET paymentToken = :token, paymentFileCount = :count', '#status = :paying', {
    ':token': paymentToken,
    ':count': paymentFileCount,
    ':paying': 'PAYING',
  });

/** Notes when the gateway had taken every file; the first one to note it says when. */
export const notePaymentsSubmitted = (run: RunRecord, submittedAt: string): Promise<boolean> =>
  update(
    run,
    'SET paymentsSubmittedAt = if_not_exists(paymentsSubmittedAt, :submittedAt)',
    'attribute_exists(#status)',
    { ':submittedAt': submittedAt },
  );

async function update(
  { companyId, runId }: RunRecord,
  expression: string,
  condition: string,
  values: Record<string, unknown>,
): Promise<boolean> {
  try {
    await documentClient.send(
      new UpdateCommand({
        TableName: tableName(),
        Key: runKey(companyId, runId),
        UpdateExpression: expression,
        ConditionExpression: condition,
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: values,
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
