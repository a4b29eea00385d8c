import type { Engine } from '../Engine.ts';
import type { StoredTable } from '../StoredTable.ts';
import type { IndexDefinition, KeySchema } from '../TableDefinition.ts';

/** The `TableDescription` of a table; its tables are ready the moment that they are made. */
export function tableDescription(engine: Engine, table: StoredTable, status: string): Record<string, unknown> {
  const { name, key, indexes, createdAtMs, deletionProtection } = table.definition;
  const { itemCount, sizeBytes } = table.statistics();
  const arn = engine.tableArn(name);
  const attributes = new Map(
    [key, ...indexes.map((index) => index.key)]
      .flatMap(({ partition, sort }) => (sort ? [partition, sort] : [partition]))
      .map((attribute) => [attribute.name, attribute.type]),
  );
  return {
    TableName: name,
    TableArn: arn,
    TableId: `00000000-0000-4000-8000-${String(table.id).padStart(12, '0')}`,
    TableStatus: status,
    CreationDateTime: createdAtMs / 1000,
    AttributeDefinitions: [...attributes].map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
    KeySchema: keySchema(key),
    BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
    ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
    DeletionProtectionEnabled: deletionProtection,
    ItemCount: itemCount,
    TableSizeBytes: sizeBytes,
    ...describeIndexes('GlobalSecondaryIndexes', 'GLOBAL', indexes, arn),
    ...describeIndexes('LocalSecondaryIndexes', 'LOCAL', indexes, arn),
  };
}

function describeIndexes(
  member: string,
  kind: IndexDefinition['kind'],
  indexes: readonly IndexDefinition[],
  tableArn: string,
): Record<string, unknown> {
  const described = indexes
    .filter((index) => index.kind === kind)
    .map(({ name, key, projection, included }) => ({
      IndexName: name,
      IndexArn: `${tableArn}/index/${name}`,
      KeySchema: keySchema(key),
      Projection: {
        ProjectionType: projection,
        ...(included.length > 0 ? { NonKeyAttributes: included } : {}),
      },
      ...(kind === 'GLOBAL' ? { IndexStatus: 'ACTIVE' } : {}),
    }));
  return described.length > 0 ? { [member]: described } : {};
}

function keySchema({ partition, sort }: KeySchema): { AttributeName: string; KeyType: string }[] {
  return [
    { AttributeName: partition.name, KeyType: 'HASH' },
    ...(sort ? [{ AttributeName: sort.name, KeyType: 'RANGE' }] : []),
  ];
}
