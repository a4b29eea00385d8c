import type { TableProperties } from '../../src/dynamodb/readTableProperties.ts';

/** The properties of a table with the key (pk, sk), as a template's AWS::DynamoDB::Table has them. */
export const payrollTable: TableProperties = {
  TableName: 'payroll',
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
  ],
};

/** The same with a global index `byStatus` on (status, sk). */
export const indexedTable: TableProperties = {
  ...payrollTable,
  AttributeDefinitions: [...payrollTable.AttributeDefinitions, { AttributeName: 'status', AttributeType: 'S' }],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byStatus',
      KeySchema: [
        { AttributeName: 'status', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
};
