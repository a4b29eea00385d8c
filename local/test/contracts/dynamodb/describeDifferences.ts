import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AwsError } from '../../../src/AwsError.ts';
import type { AttributeMap, AttributeValue } from '../../../src/dynamodb/AttributeValue.ts';
import { canonicalNumber } from '../../../src/dynamodb/decimal.ts';
import { DynamoDb } from '../../../src/dynamodb/DynamoDb.ts';
import { ROOT, testCloud } from '../../testCloud.ts';
import { arbitraryRequests, INDEX, type Request, TABLE } from './arbitraryRequests.ts';
import type { DynamoDbBackend } from './DynamoDbBackend.ts';

/** The bounded run repeats one seed; with DYNAMODB_DIFFERENTIAL_CASES set it tries that many new ones. */
const CASES = Number(process.env['DYNAMODB_DIFFERENTIAL_CASES'] ?? 40);
const UPDATE_DOES_NOT_FIT = 'the update does not fit the item';

const TABLE_PROPERTIES = {
  TableName: TABLE,
  BillingMode: 'PAY_PER_REQUEST',
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'groupPk', AttributeType: 'S' },
    { AttributeName: 'groupSk', AttributeType: 'N' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: INDEX,
      KeySchema: [
        { AttributeName: 'groupPk', KeyType: 'HASH' },
        { AttributeName: 'groupSk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
};

interface Answer {
  error?: {
    name: string;
    message: string;
    reasons?: { Code: string; Message?: string; Item?: AttributeMap }[];
    item?: AttributeMap;
  };
  result?: Record<string, unknown>;
}

/** Sequences of random calls, answered by our engine and by DynamoDB Local: each answer must be the same. */
export function describeDifferences(backend: () => DynamoDbBackend): void {
  describe('differences from our engine', () => {
    let dynamoDb: DynamoDb;
    beforeAll(async () => {
      dynamoDb = new DynamoDb(testCloud());
      dynamoDb.defineTable(TABLE_PROPERTIES);
      await askLocal(backend().endpoint, { operation: 'CreateTable', input: TABLE_PROPERTIES });
    });
    afterAll(() => dynamoDb.close());

    test(
      `there are none in ${CASES} random sequences of calls`,
      async () => {
        await fc.assert(
          fc.asyncProperty(arbitraryRequests, async (requests) => {
            await empty(backend().endpoint, dynamoDb);
            for (const request of requests) {
              const [theirs, ours] = [await askLocal(backend().endpoint, request), askEngine(dynamoDb, request)];
              expect({ request, ...comparable(ours) }).toEqual({ request, ...comparable(theirs) });
            }
          }),
          { numRuns: CASES, ...(process.env['DYNAMODB_DIFFERENTIAL_CASES'] ? {} : { seed: 20261123 }) },
        );
      },
      CASES * 2_000,
    );
  });
}

function askEngine(dynamoDb: DynamoDb, { operation, input }: Request): Answer {
  try {
    return { result: JSON.parse(dynamoDb.callToJson(operation, input, ROOT)) as Record<string, unknown> };
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return answerOfError({ __type: error.code, message: error.message, ...error.extra });
  }
}

async function askLocal(endpoint: string, { operation, input }: Request): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amz-target': `DynamoDB_20120810.${operation}`,
      // DynamoDB Local keeps tables apart by the access key, and verifies no signature.
      authorization:
        'AWS4-HMAC-SHA256 Credential=differences/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify(input),
  });
  const body = (await response.json()) as Record<string, unknown>;
  return response.ok ? { result: body } : answerOfError(body);
}

function answerOfError(body: Record<string, unknown>): Answer {
  const { __type, message, Message, CancellationReasons, Item } = body as Record<string, string> & {
    CancellationReasons?: { Code: string; Message?: string; Item?: AttributeMap }[];
    Item?: AttributeMap;
  };
  return {
    error: {
      name: String(__type).replace(/.*#/, ''),
      message: message ?? Message ?? '',
      ...(CancellationReasons ? { reasons: CancellationReasons } : {}),
      ...(Item ? { item: Item } : {}),
    },
  };
}

async function empty(endpoint: string, dynamoDb: DynamoDb): Promise<void> {
  const { result } = await askLocal(endpoint, {
    operation: 'Scan',
    input: { TableName: TABLE, ProjectionExpression: 'pk, sk' },
  });
  for (const Key of (result?.['Items'] ?? []) as AttributeMap[]) {
    const request = { operation: 'DeleteItem', input: { TableName: TABLE, Key } };
    await askLocal(endpoint, request);
    askEngine(dynamoDb, request);
  }
}

/** An answer without what is nobody's promise (the order of sets, of scans and of equal index keys) or known to differ from AWS. */
function comparable({ error, result }: Answer): object {
  if (result) {
    const {
      Items,
      Responses,
      ConsumedCapacity: _notAskedFor,
      ...rest
    } = result as {
      Items?: AttributeMap[];
      Responses?: Record<string, AttributeMap[]>;
      ConsumedCapacity?: unknown;
    };
    return {
      result: normalized(rest),
      ...(Items ? { Items: sorted(Items) } : {}),
      ...(Responses ? { Responses: sorted(Responses[TABLE] ?? []) } : {}),
    };
  }
  if (!error) return {};
  // DynamoDB Local looks first whether every update fits its item (and names no reason, where AWS says
  // ValidationError), then ends a transaction at the first condition that fails.
  const invalid = error.reasons?.find(({ Code }) => Code === 'ValidationError');
  if (invalid) return { error: { name: 'ValidationException', message: kindOf(invalid.Message ?? '') } };
  const position = error.reasons?.findIndex(({ Code }) => Code !== 'None') ?? -1;
  const first = error.reasons?.[position];
  if (first) {
    return { error: { name: error.name, position, code: first.Code, item: first.Item && normalized(first.Item) } };
  }
  return { error: { name: error.name, message: kindOf(error.message), item: error.item && normalized(error.item) } };
}

/**
 * Of several mistakes in one expression or update, which one is reported is nobody's promise: their messages are
 * reduced to what kind of mistake it is. The contract holds each message by itself.
 */
const KINDS: readonly [RegExp, string][] = [
  [/^Invalid (\w+): .*/s, 'Invalid $1'],
  [/^The provided expression refers to an attribute that does not exist in the item$/, UPDATE_DOES_NOT_FIT],
  [/^An operand in the update expression has an incorrect data type$/, UPDATE_DOES_NOT_FIT],
  [/^The document path provided in the update expression is invalid for update$/, UPDATE_DOES_NOT_FIT],
  [
    /^DynamoDB only supports precision up to 38 digits$/,
    'Attempting to store more than 38 significant digits in a Number',
  ],
];

function kindOf(message: string): string {
  return KINDS.reduce((text, [pattern, kind]) => text.replace(pattern, kind), message);
}

function sorted(items: readonly AttributeMap[]): unknown[] {
  return items.map(normalized).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** Any JSON with its keys in order, numbers in canonical form and sets sorted. */
function normalized(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalized);
  if (typeof value !== 'object' || value === null) return value;
  const { N, SS, NS, BS } = value as AttributeValue;
  if (typeof N === 'string') return { N: canonicalNumber(N) };
  if (Array.isArray(SS)) return { SS: SS.toSorted() };
  if (Array.isArray(NS)) return { NS: NS.map(canonicalNumber).toSorted() };
  if (Array.isArray(BS)) return { BS: BS.toSorted() };
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, member]) => [name, normalized(member)]));
}
