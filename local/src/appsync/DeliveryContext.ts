import type { Requester } from './Requester.ts';

/** Execution of a subscriber's selection over a published object: fields are checked and read, resolvers do not run. */
export class DeliveryContext {
  readonly requester: Requester;

  constructor(requester: Requester) {
    this.requester = requester;
  }
}
