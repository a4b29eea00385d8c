import type { DatabaseSync } from 'node:sqlite';
import type { Cloud } from '../Cloud.ts';
import type { MessageStore } from './MessageStore.ts';
import { Queue } from './Queue.ts';
import { QueueAttributes } from './QueueAttributes.ts';
import { invalidValue, sqsError } from './sqsError.ts';

/** The queues of the account, by name, ARN and URL; they survive a restart with their attributes. */
export class Queues {
  readonly #database: DatabaseSync;
  readonly #store: MessageStore;
  readonly #cloud: Cloud;
  readonly #queues = new Map<string, Queue>();
  /** Where clients reach SQS: known from the queues of the template, and taken for queues that the API creates. */
  #origin: string;

  constructor(database: DatabaseSync, store: MessageStore, cloud: Cloud) {
    this.#database = database;
    this.#store = store;
    this.#cloud = cloud;
    this.#origin = `https://sqs.${cloud.region}.amazonaws.com`;
    database.exec(`CREATE TABLE IF NOT EXISTS queues (
      name TEXT PRIMARY KEY, attributes TEXT NOT NULL, createdAtMs INTEGER NOT NULL, modifiedAtMs INTEGER NOT NULL)`);
    for (const row of database.prepare('SELECT * FROM queues').all()) {
      const attributes = new QueueAttributes(JSON.parse(String(row['attributes'])) as Record<string, string>);
      this.#add(String(row['name']), attributes, Number(row['createdAtMs']), Number(row['modifiedAtMs']));
    }
  }

  /** A queue of the template, at the template's origin. */
  define(name: string, attributes: QueueAttributes, origin: string): void {
    this.#origin = origin;
    const existing = this.#queues.get(name);
    if (!existing) {
      this.#save(this.#addNew(name, attributes));
    } else if (JSON.stringify(existing.attributes.given()) !== JSON.stringify(attributes.given())) {
      existing.attributes = attributes;
      existing.modifiedAtMs = this.#cloud.clock.now();
      this.#save(existing);
    }
  }

  /** Answers the existing queue when it has the same attributes, as `CreateQueue` does. */
  create(name: string, given: Readonly<Record<string, string>>): Queue {
    const attributes = new QueueAttributes(given);
    const existing = this.#queues.get(name);
    if (existing) {
      const current = existing.attributes.toApi();
      const differing = Object.keys(given).find((attribute) => current[attribute] !== given[attribute]);
      if (differing === undefined) return existing;
      const message = `A queue already exists with the same name and a different value for attribute ${differing}`;
      throw sqsError('QueueNameExists', message);
    }
    this.#checkRedrive(arnOf(name, this.#cloud), attributes);
    const queue = this.#addNew(name, attributes);
    this.#save(queue);
    return queue;
  }

  /** Checks the dead-letter queues of the template once all its queues are defined, in whatever order. */
  checkRedrives(): void {
    for (const queue of this.#queues.values()) this.#checkRedrive(queue.arn, queue.attributes);
  }

  change(queue: Queue, changes: Readonly<Record<string, string>>): void {
    const attributes = queue.attributes.with(changes);
    if (changes['RedrivePolicy']) this.#checkRedrive(queue.arn, attributes);
    queue.attributes = attributes;
    queue.modifiedAtMs = this.#cloud.clock.now();
    this.#save(queue);
  }

  delete(queue: Queue): void {
    queue.close();
    this.#queues.delete(queue.name);
    this.#store.transaction(() => {
      this.#store.purge(queue.name);
      this.#database.prepare('DELETE FROM queues WHERE name = ?').run(queue.name);
    });
  }

  all(): Queue[] {
    return [...this.#queues.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  byName(name: string): Queue {
    const queue = this.#queues.get(name);
    if (!queue) throw sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return queue;
  }

  byArn(arn: string): Queue | undefined {
    const queue = this.#queues.get(arn.slice(arn.lastIndexOf(':') + 1));
    return queue?.arn === arn ? queue : undefined;
  }

  /** A queue is known by the last two segments of its URL, whatever the host. */
  byUrl(url: string): Queue {
    const [accountId, name] = url.split('/').slice(-2);
    if (accountId !== this.#cloud.accountId) throw sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    return this.byName(name ?? '');
  }

  urlOf(queue: Queue): string {
    return `${this.#origin}/${this.#cloud.accountId}/${queue.name}`;
  }

  /** The queues that have `queue` for their dead-letter queue. */
  sourcesOf(queue: Queue): Queue[] {
    return this.all().filter((source) => source.attributes.redrivePolicy?.deadLetterTargetArn === queue.arn);
  }

  #addNew(name: string, attributes: QueueAttributes): Queue {
    if (!/^[A-Za-z0-9_-]{1,80}$/.test(name.replace(/\.fifo$/, '')) || name.length > 80) {
      throw invalidValue(
        'QueueName',
        name,
        'Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length',
      );
    }
    if (name.endsWith('.fifo') !== attributes.fifo) {
      const message = attributes.fifo
        ? 'The name of a FIFO queue can only include alphanumeric characters, hyphens, or underscores, must end with .fifo suffix and be 1 to 80 in length.'
        : `Value ${name} for parameter QueueName is invalid. Reason: Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length`;
      throw sqsError('InvalidParameterValueException', message);
    }
    const nowMs = this.#cloud.clock.now();
    return this.#add(name, attributes, nowMs, nowMs);
  }

  #add(name: string, attributes: QueueAttributes, createdAtMs: number, modifiedAtMs: number): Queue {
    const queue = new Queue({
      name,
      arn: arnOf(name, this.#cloud),
      attributes,
      createdAtMs,
      modifiedAtMs,
      cloud: this.#cloud,
      store: this.#store,
      deadLetterQueue: (arn) => this.byArn(arn),
    });
    this.#queues.set(name, queue);
    return queue;
  }

  #checkRedrive(sourceArn: string, { fifo, redrivePolicy }: QueueAttributes): void {
    if (!redrivePolicy) return;
    const target = redrivePolicy.deadLetterTargetArn;
    const deadLetterQueue = this.byArn(target);
    const refuse = (reason: string) => invalidValue('RedrivePolicy', JSON.stringify(redrivePolicy), reason);
    if (!deadLetterQueue) throw refuse('Dead letter target does not exist.');
    if (deadLetterQueue.attributes.fifo !== fifo) {
      throw refuse('Dead-letter queue must be same type of queue as the source.');
    }
    if (!deadLetterQueue.attributes.allowsRedriveFrom(sourceArn)) {
      throw refuse(`Queue ${sourceArn} is not allowed to use ${target} as its dead-letter queue.`);
    }
  }

  #save(queue: Queue): void {
    this.#database
      .prepare('INSERT OR REPLACE INTO queues VALUES (?, ?, ?, ?)')
      .run(queue.name, JSON.stringify(queue.attributes.given()), queue.createdAtMs, queue.modifiedAtMs);
  }
}

function arnOf(name: string, { region, accountId }: Cloud): string {
  return `arn:aws:sqs:${region}:${accountId}:${name}`;
}
