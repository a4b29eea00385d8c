import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './documentClient.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Writes all items or none. Answers the reasons, one for each item, when a condition refused it; throws anything else. */
export async function transact(items: TransactItem[]): Promise<{ refused?: CancellationReason[] }> {
  try {
    await documentClient.send(new TransactWriteCommand({ TransactItems: items }));
    return {};
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const refused = error.CancellationReasons ?? [];
    if (!refused.some(({ Code }) => Code === 'ConditionalCheckFailed')) throw error;
    return { refused };
  }
}
