import type { Cloud } from '../../Cloud.ts';
import type { Publication } from '../GraphqlEngine.ts';
import type { Invalidation } from '../resolverRuntime/Evaluation.ts';
import type { Matches } from './compileFilter.ts';

const MAX_PAYLOAD_BYTES = 240 * 1024;
const DELAY_MS = 1_000;
/** A message is billed for each 5 KB that it has begun. */
const BILLED_BYTES = 5 * 1024;

/** Who gets the messages of one subscription. */
export interface Subscriber {
  /** Sends a `data` message whose payload already is JSON in UTF-8. */
  deliver(payload: Buffer): void;
  /** Completes the subscription and closes its connection. */
  invalidate(): void;
  /** Loses the connection without a word. */
  crash(): void;
}

export interface Subscription {
  fieldName: string;
  /** Equal for subscriptions that see the same of a published object. */
  viewKey: string;
  /** That view, as the JSON of a `data` message's payload. */
  view: (published: Publication['published']) => string;
  /** Equal for subscriptions that want the same objects. */
  filterKey: string;
  matches: Matches;
  /** Set by `setSubscriptionInvalidationFilter`. */
  isInvalidatedBy: Matches | undefined;
  subscriber: Subscriber;
}

/** Subscriptions with one view and one filter: both are worked out once for all of them. */
interface Audience {
  matches: Matches;
  subscriptions: Set<Subscription>;
}

interface ViewGroup {
  view: Subscription['view'];
  audiences: Map<string, Audience>;
}

/** All live subscriptions of an API. Delivery is at most once, without replay, as on AWS. */
export class Subscriptions {
  /** Messages to subscribers, and the units that they are billed in, since this object was made. */
  readonly counts = { messages: 0, realtimeUnits: 0 };
  readonly #cloud: Cloud;
  readonly #fields = new Map<string, Map<string, ViewGroup>>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  add(subscription: Subscription): void {
    const { fieldName, viewKey, view, filterKey, matches } = subscription;
    const groups = obtain(this.#fields, fieldName, () => new Map<string, ViewGroup>());
    const group = obtain(groups, viewKey, () => ({ view, audiences: new Map<string, Audience>() }));
    const audience = obtain(group.audiences, filterKey, () => ({ matches, subscriptions: new Set<Subscription>() }));
    audience.subscriptions.add(subscription);
  }

  remove(subscription: Subscription): void {
    const groups = this.#fields.get(subscription.fieldName);
    const group = groups?.get(subscription.viewKey);
    const audience = group?.audiences.get(subscription.filterKey);
    audience?.subscriptions.delete(subscription);
    if (audience?.subscriptions.size === 0) group?.audiences.delete(subscription.filterKey);
    if (group?.audiences.size === 0) groups?.delete(subscription.viewKey);
  }

  /** Sends a published object to everyone who wants it; one that is too large is dropped without a word, as on AWS. */
  publish({ subscriptionField, published }: Publication): void {
    for (const { view, audiences } of this.#fields.get(subscriptionField)?.values() ?? []) {
      let payload: Buffer | undefined;
      for (const { matches, subscriptions } of audiences.values()) {
        if (!matches(published)) continue;
        payload ??= Buffer.from(view(published));
        if (payload.length > MAX_PAYLOAD_BYTES) break;
        for (const { subscriber } of subscriptions) this.#deliver(subscriptionField, subscriber, payload);
      }
    }
  }

  /** Completes the subscriptions whose invalidation filter matches, and closes their connections. */
  invalidate({ subscriptionField, payload }: Invalidation): void {
    for (const { audiences } of this.#fields.get(subscriptionField)?.values() ?? []) {
      for (const { subscriptions } of audiences.values()) {
        for (const { isInvalidatedBy, subscriber } of [...subscriptions]) {
          if (isInvalidatedBy?.(payload)) subscriber.invalidate();
        }
      }
    }
  }

  #deliver(fieldName: string, subscriber: Subscriber, payload: Buffer): void {
    this.counts.messages += 1;
    this.counts.realtimeUnits += Math.ceil(payload.length / BILLED_BYTES);
    switch (this.#cloud.faults.next('SUBSCRIPTION_DELIVERY', fieldName)) {
      case 'DROP':
        return;
      case 'CRASH':
        return subscriber.crash();
      case 'DELAY':
        this.#cloud.clock.at(this.#cloud.clock.now() + DELAY_MS, () => subscriber.deliver(payload));
        return;
      case 'DUPLICATE':
        subscriber.deliver(payload);
        return subscriber.deliver(payload);
      case undefined:
        return subscriber.deliver(payload);
    }
  }
}

function obtain<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
