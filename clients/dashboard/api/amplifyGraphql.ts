import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { generateClient } from 'aws-amplify/api';

const client = generateClient();

/**
 * Sends one operation through AWS's client of AppSync, which finds its endpoint and its tokens in what `configureAmplify`
 * set. Answers a promise, or an observable for a subscription. Documents go in as they are, whatever the type says: Amplify
 * brings the printer of an older `graphql`, whose types differ.
 */
export const amplifyGraphql = (query: TypedDocumentNode<unknown, never>, variables: Record<string, unknown>): unknown =>
  client.graphql({ query: query as unknown as string, variables });
