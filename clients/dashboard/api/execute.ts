import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { amplifyGraphql } from './amplifyGraphql.ts';
import { faultOf } from './faultOf.ts';

/** Sends a query or a mutation as the signed-in user. Throws `ApiFault` unless the service answered without errors. */
export async function execute<Result, Variables extends Record<string, unknown>>(
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
): Promise<Result> {
  try {
    const answer = (await amplifyGraphql(document, variables)) as { data: Result };
    return answer.data;
  } catch (error) {
    throw faultOf(error);
  }
}
