import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { generateClient } from 'aws-amplify/api';
import { operationText } from './operationText.ts';

const client = generateClient();

/**
 * Sends one operation through AWS's client of AppSync, which finds its endpoint and its tokens in what `configureAmplify`
 * set. Answers a promise, or an observable for a subscription.
 */
export const amplifyGraphql = (
  document: TypedDocumentNode<unknown, never>,
  variables: Record<string, unknown>,
): unknown => client.graphql({ query: operationText(document), variables });
