import type { AttributeMap } from '../AttributeValue.ts';

/** The request member that an expression came in; it opens every error message about it. */
export type ExpressionKind =
  'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression' | 'ProjectionExpression' | 'UpdateExpression';

/** Where a value sits in an item: attribute and map names, and list indexes. */
export type DocumentPath = readonly (string | number)[];

/**
 * An expression as text says it, before a request gives its placeholders a meaning; cached by that text.
 * The tree names its document paths by their position in `paths`, so that resolving `#names` touches no node.
 */
export interface ParsedExpression<Root> {
  readonly kind: ExpressionKind;
  readonly root: Root;
  readonly paths: readonly DocumentPath[];
  /** Placeholders that occur, `#` and `:` included. */
  readonly names: readonly string[];
  readonly values: readonly string[];
  /** What can be checked only once the placeholders are known, such as the type of a function's operand. */
  readonly checks: readonly ((bound: Bindings) => void)[];
}

/** What the placeholders of one expression mean in one request. */
export interface Bindings {
  readonly paths: readonly DocumentPath[];
  /** By placeholder, `:` included; normalized. */
  readonly values: Readonly<AttributeMap>;
}

export interface BoundExpression<Root> extends Bindings {
  readonly root: Root;
}
