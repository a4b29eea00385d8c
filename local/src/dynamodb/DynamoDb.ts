import type { AwsService } from '../AwsService.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import type { CapacityMeter, Consumed } from './CapacityMeter.ts';
import { Engine, type Operation } from './Engine.ts';
import { batchExecuteStatement } from './operations/batchExecuteStatement.ts';
import { batchGetItem } from './operations/batchGetItem.ts';
import { batchWriteItem } from './operations/batchWriteItem.ts';
import { createTable } from './operations/createTable.ts';
import { deleteItem } from './operations/deleteItem.ts';
import { deleteTable } from './operations/deleteTable.ts';
import { describeTable } from './operations/describeTable.ts';
import { describeTimeToLive } from './operations/describeTimeToLive.ts';
import { getItem } from './operations/getItem.ts';
import { listTables } from './operations/listTables.ts';
import { putItem } from './operations/putItem.ts';
import { query } from './operations/query.ts';
import { scan } from './operations/scan.ts';
import { transactGetItems } from './operations/transactGetItems.ts';
import { transactWriteItems } from './operations/transactWriteItems.ts';
import { updateItem } from './operations/updateItem.ts';
import { updateTimeToLive } from './operations/updateTimeToLive.ts';
import { readTableProperties, type TableProperties } from './readTableProperties.ts';
import { responseText, responseValue } from './responseText.ts';
import { sweepExpiredItems } from './sweepExpiredItems.ts';

const OPERATIONS: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['BatchExecuteStatement', batchExecuteStatement],
  ['BatchGetItem', batchGetItem],
  ['BatchWriteItem', batchWriteItem],
  ['CreateTable', createTable],
  ['DeleteItem', deleteItem],
  ['DeleteTable', deleteTable],
  ['DescribeTable', describeTable],
  ['DescribeTimeToLive', describeTimeToLive],
  ['GetItem', getItem],
  ['ListTables', listTables],
  ['PutItem', putItem],
  ['Query', query],
  ['Scan', scan],
  ['TransactGetItems', transactGetItems],
  ['TransactWriteItems', transactWriteItems],
  ['UpdateItem', updateItem],
  ['UpdateTimeToLive', updateTimeToLive],
]);
const BUSY_TIMEOUT_MS = 10_000;

/**
 * DynamoDB over one SQLite file. Every thread opens its own engine on the same file: all calls are synchronous, a
 * write is one SQLite transaction, and a thread that cannot get at the file in time is throttled.
 */
export class DynamoDb implements AwsService {
  readonly targetPrefix = 'DynamoDB_20120810';
  readonly operations: readonly string[] = [...OPERATIONS.keys()];
  readonly contentType = 'application/x-amz-json-1.0';
  /** Request units that the calls of this engine took. */
  readonly meter: CapacityMeter;
  readonly #engine: Engine;

  /** @param busyTimeoutMs how long a call waits for another thread's write before it answers ThrottlingException */
  constructor(
    cloud: Pick<Cloud, 'accountId' | 'region' | 'clock' | 'dataDirectory'>,
    busyTimeoutMs: number = BUSY_TIMEOUT_MS,
  ) {
    this.#engine = new Engine(cloud, busyTimeoutMs);
    this.meter = this.#engine.meter;
  }

  /** The meter's counts, by table and `<table>/index/<index>`. */
  get consumed(): ReadonlyMap<string, Readonly<Consumed>> {
    return this.meter.consumed;
  }

  call(operation: string, input: Record<string, unknown>, caller: Caller): unknown {
    return responseValue(this.#answer(operation, input, caller));
  }

  /** `call`, with the response as JSON text: items go from the file into it without being parsed. */
  callToJson(operation: string, input: Record<string, unknown>, caller: Caller): string {
    return responseText(this.#answer(operation, input, caller));
  }

  /**
   * Makes the table that a template's AWS::DynamoDB::Table (or ::GlobalTable) describes, or brings an existing one in
   * line with it: indexes are added (and filled) or dropped, time to live and deletion protection follow.
   */
  defineTable(properties: TableProperties): void {
    const { store, clock } = this.#engine;
    store.run(() => {
      const existing = store.find(properties.TableName);
      const definition = readTableProperties(properties, existing?.definition.createdAtMs ?? clock.now());
      if (!existing) store.create(definition);
      else if (JSON.stringify(existing.definition) !== JSON.stringify(definition)) store.redefine(existing, definition);
    });
  }

  /** Deletes items whose time to live has passed, which on AWS happens within days; answers how many. */
  sweepExpired(): number {
    return this.#engine.store.run(() => sweepExpiredItems(this.#engine));
  }

  close(): void {
    this.#engine.store.close();
  }

  #answer(operation: string, input: Record<string, unknown>, caller: Caller): Record<string, unknown> {
    const run = OPERATIONS.get(operation) ?? unsupported(`DynamoDB ${operation}`);
    return this.#engine.store.run(() => run(this.#engine, input as never, caller));
  }
}
