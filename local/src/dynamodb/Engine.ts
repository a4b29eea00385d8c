import { join } from 'node:path';
import { AwsError } from '../AwsError.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Clock } from '../Clock.ts';
import type { Cloud } from '../Cloud.ts';
import { CapacityMeter } from './CapacityMeter.ts';
import type { StoredTable } from './StoredTable.ts';
import { TableStore } from './TableStore.ts';
import { validationException } from './validationException.ts';

/** What every operation works with. */
export class Engine {
  readonly store: TableStore;
  readonly meter = new CapacityMeter();
  readonly clock: Clock;
  readonly #arnPrefix: string;

  constructor(cloud: Pick<Cloud, 'accountId' | 'region' | 'clock' | 'dataDirectory'>, busyTimeoutMs: number) {
    this.clock = cloud.clock;
    this.#arnPrefix = `arn:aws:dynamodb:${cloud.region}:${cloud.accountId}:table/`;
    this.store = new TableStore(join(cloud.dataDirectory, 'dynamodb.sqlite'), busyTimeoutMs);
  }

  /** The table of a request, once `caller` was found to be allowed `action` on it, or on its index. */
  open(caller: Caller, action: string, tableName: unknown, indexName?: string): StoredTable {
    const name = this.#nameOf(tableName);
    const arn = this.tableArn(name);
    authorize(caller, action, indexName === undefined ? arn : `${arn}/index/${indexName}`);
    const table = this.store.find(name);
    if (!table) throw new AwsError('ResourceNotFoundException', 'Requested resource not found');
    return table;
  }

  tableArn(tableName: string): string {
    return this.#arnPrefix + tableName;
  }

  /** Requests may name a table by its ARN as well. */
  #nameOf(given: unknown): string {
    if (typeof given === 'string' && given !== '') {
      return given.startsWith(this.#arnPrefix) ? given.slice(this.#arnPrefix.length) : given;
    }
    throw validationException(
      "1 validation error detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null",
    );
  }
}

/** Answers one operation. The members of a response that hold items are `Item`s, so that their text can be sent as it is. */
export type Operation = (engine: Engine, input: never, caller: Caller) => Record<string, unknown>;
