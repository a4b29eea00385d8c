import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** The text of a generated operation, which `codegen.ts` puts beside its syntax tree; the page is built without the trees. */
export function operationText(document: TypedDocumentNode<unknown, never>): string {
  const { text } = (document as { __meta__?: { text?: string } }).__meta__ ?? {};
  if (text === undefined) throw new Error('the operation was generated without its text');
  return text;
}
