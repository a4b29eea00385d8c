import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, type PutCommandInput } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';

/** Puts an item unless its condition fails; answers what it failed on when it did. */
export async function putUnless(
  put: Omit<PutCommandInput, 'TableName'>,
): Promise<ConditionalCheckFailedException | undefined> {
  try {
    await documentClient.send(new PutCommand({ TableName: tableName(), ...put }));
    return undefined;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error;
    throw error;
  }
}

/** The condition that there is no such item yet. */
export const NEW = { ConditionExpression: 'attribute_not_exists(pk)' };
