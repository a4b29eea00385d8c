import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Hub } from 'aws-amplify/utils';
import { amplifyGraphql } from './amplifyGraphql.ts';
import type { ApiFault } from './ApiFault.ts';
import { faultOf } from './faultOf.ts';
import { operationText } from './operationText.ts';

export interface SubscriptionHandlers<Result> {
  /** The service listens from now on; again after every reconnect. Whatever came before must be read. */
  onListening: () => void;
  onMessage: (message: Result) => void;
  /** The subscription is over and will not reconnect by itself. */
  onEnded: (fault: ApiFault) => void;
}

interface Observable<Message> {
  subscribe(observer: { next: (message: Message) => void; error: (error: unknown) => void }): {
    unsubscribe(): void;
  };
}

/** What Amplify's `CONTROL_MSG.SUBSCRIPTION_ACK` holds; the package does not export it. */
const SUBSCRIPTION_ACK = 'Subscription ack';

/**
 * Subscribes as the signed-in user. Messages may be lost, doubled or out of order; Amplify reconnects by itself.
 * @returns a function that ends the subscription
 */
export function subscribe<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  { onListening, onMessage, onEnded }: SubscriptionHandlers<Result>,
): () => void {
  const operation = startOf(document);
  const wanted = JSON.stringify(variables);
  const stopListening = Hub.listen('api', ({ payload: { event, data } }) => {
    if (event !== SUBSCRIPTION_ACK) return;
    const acknowledged = data as { query?: string; variables?: unknown };
    if (acknowledged.query?.startsWith(operation) && JSON.stringify(acknowledged.variables) === wanted) onListening();
  });
  const messages = amplifyGraphql(document, variables) as Observable<{ data?: Result }>;
  const subscription = messages.subscribe({
    next: ({ data }) => {
      if (data) onMessage(data);
    },
    error: (error) => onEnded(faultOf(error)),
  });
  return () => {
    stopListening();
    subscription.unsubscribe();
  };
}

/** `subscription OnRunProgress(`: how Amplify's own printing of it begins as well. */
const startOf = (document: TypedDocumentNode<unknown, never>): string =>
  /^subscription \w+\(/.exec(operationText(document))?.[0] ?? '';
