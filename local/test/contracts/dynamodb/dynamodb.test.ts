import { afterAll, beforeAll, describe } from 'vitest';
import { Contract } from './Contract.ts';
import { describeDifferences } from './describeDifferences.ts';
import type { DynamoDbBackend } from './DynamoDbBackend.ts';
import { describeBatches } from './rules/describeBatches.ts';
import { describeConditionalWrites } from './rules/describeConditionalWrites.ts';
import { describeGlobalSecondaryIndexes } from './rules/describeGlobalSecondaryIndexes.ts';
import { describeItems } from './rules/describeItems.ts';
import { describeQueries } from './rules/describeQueries.ts';
import { describeScans } from './rules/describeScans.ts';
import { describeStatements } from './rules/describeStatements.ts';
import { describeTables } from './rules/describeTables.ts';
import { describeTransactions } from './rules/describeTransactions.ts';
import { describeUpdates } from './rules/describeUpdates.ts';
import { findDynamoDbLocal, startDynamoDbLocal } from './startDynamoDbLocal.ts';
import { startEngine } from './startEngine.ts';

/** What the service relies on DynamoDB for, told through the SDK clients that it uses. */
function describeContract(backend: () => DynamoDbBackend): void {
  const contract = new Contract();
  beforeAll(() => contract.open(backend()));
  afterAll(() => contract.close());
  describeItems(contract);
  describeConditionalWrites(contract);
  describeUpdates(contract);
  describeQueries(contract);
  describeGlobalSecondaryIndexes(contract);
  describeScans(contract);
  describeBatches(contract);
  describeStatements(contract);
  describeTransactions(contract);
  describeTables(contract);
}

describe('the local engine', () => {
  let engine: DynamoDbBackend;
  beforeAll(async () => {
    engine = await startEngine();
  });
  afterAll(() => engine.stop());
  describeContract(() => engine);
});

const found = findDynamoDbLocal();
const reason = 'missing' in found ? ` (skipped: ${found.missing})` : '';

describe.skipIf('missing' in found)(`DynamoDB Local${reason}`, () => {
  let dynamoDbLocal: DynamoDbBackend;
  beforeAll(async () => {
    if ('directory' in found) dynamoDbLocal = await startDynamoDbLocal(found.directory);
  });
  afterAll(() => dynamoDbLocal.stop());
  describeContract(() => dynamoDbLocal);
  describeDifferences(() => dynamoDbLocal);
});
