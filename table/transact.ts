import { type CancellationReason, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import { documentClient } from './documentClient.ts';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** How often a transaction is sent that met another one on its items. */
const ATTEMPTS = 8;

/**
 * Writes all items or none. Answers the reasons, one for each item, when a condition refused it; throws anything else. A
 * transaction that met another one on the same items was not looked at: it is sent again after a growing, random pause.
 */
export async function transact(items: TransactItem[]): Promise<{ refused?: CancellationReason[] }> {
  for (let attempt = 1; ; attempt++) {
    try {
      await documentClient.send(new TransactWriteCommand({ TransactItems: items }));
      return {};
    } catch (error) {
      if (!(error instanceof TransactionCanceledException)) throw error;
      const reasons = error.CancellationReasons ?? [];
      if (reasons.some(({ Code }) => Code === 'ConditionalCheckFailed')) return { refused: reasons };
      const isConflict = reasons.some(({ Code }) => Code === 'TransactionConflict');
      if (!isConflict || attempt === ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 25 * 2 ** attempt));
    }
  }
}
