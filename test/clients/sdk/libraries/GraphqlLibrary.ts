import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import type { PayrollClient } from '../../../../clients/sdk/PayrollClient.ts';

/** Where the service is, and who asks. */
export interface Connection {
  endpoint: string;
  /** Whether `token` is that of a user, or the key of a partner application. */
  authMode: 'userPool' | 'lambda';
  token: () => Promise<string>;
  /** Lends its real-time connection to libraries that have none for AppSync. */
  payroll: PayrollClient;
}

/** A client library as the contract sees it. */
export interface GraphqlLibrary {
  execute<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
  ): Promise<Result>;
  /** Answers once the library has been asked; missing where a library speaks HTTP alone. */
  subscribe?<Result, Variables extends Record<string, unknown>>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    onMessage: (message: Result) => void,
  ): () => void;
  /** The service's error type in what the library throws. */
  errorTypeOf(error: unknown): unknown;
}
