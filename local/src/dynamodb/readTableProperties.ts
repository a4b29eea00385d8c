import { unsupported } from '../unsupported.ts';
import type { IndexDefinition, KeySchema, TableDefinition } from './TableDefinition.ts';
import { validationException } from './validationException.ts';

/** The properties of AWS::DynamoDB::Table and ::GlobalTable and the input of CreateTable, as far as they are emulated. */
export interface TableProperties {
  TableName: string;
  KeySchema: KeySchemaElement[];
  AttributeDefinitions: { AttributeName: string; AttributeType: string }[];
  GlobalSecondaryIndexes?: IndexProperties[];
  LocalSecondaryIndexes?: IndexProperties[];
  TimeToLiveSpecification?: { AttributeName?: string; Enabled: boolean };
  DeletionProtectionEnabled?: boolean;
  [property: string]: unknown;
}

interface Replica {
  Region: string;
  GlobalSecondaryIndexes?: { IndexName: string; [property: string]: unknown }[];
  [setting: string]: unknown;
}

interface KeySchemaElement {
  AttributeName: string;
  KeyType: string;
}

interface IndexProperties {
  IndexName: string;
  KeySchema: KeySchemaElement[];
  Projection: { ProjectionType?: string; NonKeyAttributes?: string[] };
  [property: string]: unknown;
}

const EMULATED = new Set([
  'TableName',
  'KeySchema',
  'AttributeDefinitions',
  'GlobalSecondaryIndexes',
  'LocalSecondaryIndexes',
  'TimeToLiveSpecification',
  'DeletionProtectionEnabled',
  'BillingMode',
  'Replicas',
]);

/** Properties that change nothing an application could observe through the table's own operations. */
const WITHOUT_EFFECT = new Set([
  'SSESpecification', // encryption at rest: the file is as safe as the disk that it lies on
  'PointInTimeRecoverySpecification', // restoring makes a new table; stopping and copying the data directory does too
  'Tags', // cost allocation and tag-based policies; the emulated policies use no tag conditions
]);

const NAME = /^[A-Za-z0-9_.-]{3,255}$/;
const MAX_GLOBAL_INDEXES = 20;
const MAX_LOCAL_INDEXES = 5;

/** Checks the resolved properties of a table and reduces them to its definition; refuses by name what is not emulated. */
export function readTableProperties(properties: TableProperties, createdAtMs: number): TableDefinition {
  refuseUnknown(properties, 'AWS::DynamoDB::Table property');
  if (properties.BillingMode !== 'PAY_PER_REQUEST') unsupported('DynamoDB tables with BillingMode PROVISIONED');
  requireName(properties.TableName);
  const key = readKeySchema(properties.KeySchema, properties);
  const indexes = [
    ...(properties.GlobalSecondaryIndexes ?? []).map((index) => readIndex('GLOBAL', index, properties)),
    ...(properties.LocalSecondaryIndexes ?? []).map((index) => readIndex('LOCAL', index, properties)),
  ];
  requireIndexes(key, indexes);
  requireAttributesUsed(properties, [key, ...indexes.map((index) => index.key)]);
  const timeToLive = properties.TimeToLiveSpecification;
  const replicaIsProtected = readReplica(properties);
  return {
    name: properties.TableName,
    key,
    indexes,
    ...(timeToLive?.Enabled && timeToLive.AttributeName ? { timeToLiveAttribute: timeToLive.AttributeName } : {}),
    deletionProtection: (properties.DeletionProtectionEnabled ?? replicaIsProtected) === true,
    createdAtMs,
  };
}

/** A global table with one replica is a table whose settings stand in that replica. Answers its DeletionProtectionEnabled. */
function readReplica({ Replicas }: TableProperties): unknown {
  if (Replicas === undefined) return undefined;
  if (!Array.isArray(Replicas) || Replicas.length !== 1) unsupported('DynamoDB global tables in several regions');
  const { Region: _region, GlobalSecondaryIndexes: indexes, ...settings } = Replicas[0] as Replica;
  refuseUnknown(settings, 'AWS::DynamoDB::GlobalTable replica property');
  for (const { IndexName: _name, ...others } of indexes ?? []) {
    refuseUnknown(others, 'AWS::DynamoDB::GlobalTable replica index property');
  }
  return settings['DeletionProtectionEnabled'];
}

function refuseUnknown(properties: Record<string, unknown>, what: string): void {
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || EMULATED.has(name) || WITHOUT_EFFECT.has(name)) continue;
    if (name === 'TableClass' && value === 'STANDARD') continue;
    unsupported(`${what} ${name}`);
  }
}

function readIndex(kind: 'GLOBAL' | 'LOCAL', index: IndexProperties, table: TableProperties): IndexDefinition {
  const { IndexName: name, KeySchema, Projection, ...others } = index;
  for (const other in others) unsupported(`DynamoDB index property ${other}`);
  requireName(name);
  const projection = Projection.ProjectionType;
  if (projection !== 'ALL' && projection !== 'KEYS_ONLY' && projection !== 'INCLUDE') {
    throw validationException(`One or more parameter values were invalid: Unknown ProjectionType: ${projection}`);
  }
  const included = Projection.NonKeyAttributes ?? [];
  if (projection !== 'INCLUDE' && included.length > 0) {
    throw validationException(
      `One or more parameter values were invalid: ProjectionType is ${projection}, but NonKeyAttributes is specified`,
    );
  }
  if (projection === 'INCLUDE' && included.length === 0) {
    throw validationException(
      'One or more parameter values were invalid: ProjectionType is INCLUDE, but NonKeyAttributes is not specified',
    );
  }
  return { name, kind, key: readKeySchema(KeySchema, table), projection, included };
}

function readKeySchema(elements: KeySchemaElement[], { AttributeDefinitions }: TableProperties): KeySchema {
  const [first, second, ...more] = elements;
  if (first?.KeyType !== 'HASH' || (second && second.KeyType !== 'RANGE') || more.length > 0) {
    throw validationException(
      'Invalid KeySchema: The first KeySchemaElement is not a HASH key type, or the second is not a RANGE key type',
    );
  }
  if (first.AttributeName === second?.AttributeName) {
    throw validationException('Both the Hash Key and the Range Key element in the KeySchema have the same name');
  }
  const attribute = ({ AttributeName: name }: KeySchemaElement) => {
    const type = AttributeDefinitions.find((definition) => definition.AttributeName === name)?.AttributeType;
    if (type !== 'S' && type !== 'N' && type !== 'B') {
      throw validationException(
        'One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. ' +
          `Keys: [${name}], AttributeDefinitions: [${AttributeDefinitions.map((each) => each.AttributeName).join(', ')}]`,
      );
    }
    return { name, type } as const;
  };
  return { partition: attribute(first), ...(second ? { sort: attribute(second) } : {}) };
}

function requireName(name: string): void {
  if (typeof name === 'string' && NAME.test(name)) return;
  throw validationException(
    'Invalid table/index name.  Table/index names must be between 3 and 255 characters long, ' +
      "and may contain only the characters a-z, A-Z, 0-9, '_', '-', and '.'",
  );
}

function requireIndexes(key: KeySchema, indexes: readonly IndexDefinition[]): void {
  const names = indexes.map(({ name }) => name);
  const twice = names.find((name, position) => names.indexOf(name) !== position);
  if (twice !== undefined) {
    throw validationException(`One or more parameter values were invalid: Duplicate index name: ${twice}`);
  }
  const local = indexes.filter(({ kind }) => kind === 'LOCAL');
  if (local.length > MAX_LOCAL_INDEXES || indexes.length - local.length > MAX_GLOBAL_INDEXES) {
    throw validationException(
      `One or more parameter values were invalid: more than ${MAX_GLOBAL_INDEXES} global or ${MAX_LOCAL_INDEXES} local secondary indexes`,
    );
  }
  if (local.length > 0 && !key.sort) {
    throw validationException(
      'One or more parameter values were invalid: Table KeySchema does not have a range key, ' +
        'which is required when specifying a LocalSecondaryIndex',
    );
  }
  for (const index of local) {
    if (index.key.partition.name === key.partition.name && index.key.sort) continue;
    throw validationException(
      'One or more parameter values were invalid: Index KeySchema does not have the same leading hash key ' +
        `as table KeySchema for index: ${index.name}`,
    );
  }
}

function requireAttributesUsed({ AttributeDefinitions }: TableProperties, schemas: readonly KeySchema[]): void {
  const used = new Set(schemas.flatMap(({ partition, sort }) => [partition.name, ...(sort ? [sort.name] : [])]));
  if (AttributeDefinitions.every(({ AttributeName }) => used.has(AttributeName))) return;
  throw validationException(
    'One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions',
  );
}
