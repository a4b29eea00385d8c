import type { DocumentTypeDecoration, TypedDocumentNode } from '@graphql-typed-document-node/core';

/**
 * A typed operation: one of this package's documents, one of your own from `parse`, `gql` or code generation in string
 * mode, or plain text.
 */
export type Operation<Result, Variables> =
  | TypedDocumentNode<Result, Variables>
  // eslint-disable-next-line @typescript-eslint/no-wrapper-object-types -- what code generation in string mode extends
  | (String & DocumentTypeDecoration<Result, Variables>);

/** The text that travels. Documents carry it along, so that no printer of GraphQL has to come with the client. */
export function textOf(operation: Operation<unknown, never>): string {
  const document = operation as unknown as {
    toString(): string;
    kind?: string;
    __meta__?: { text?: string };
    loc?: { source: { body: string } };
  };
  // Beside its syntax tree, or in a page that was built without the trees.
  const text = document.__meta__?.text ?? document.loc?.source.body;
  if (text === undefined && document.kind !== 'Document') return document.toString();
  if (text === undefined) throw new TypeError('This document does not carry its text: hand in `print(document)`.');
  return text;
}
