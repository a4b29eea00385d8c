import { ExpressionReader } from './ExpressionReader.ts';
import { requireDisjointPaths } from './documentPaths.ts';
import type { ParsedExpression } from './ParsedExpression.ts';

/** Parses a projection expression; its document paths are all there is to it. */
export function parseProjection(text: string): ParsedExpression<undefined> {
  const reader = new ExpressionReader('ProjectionExpression', text);
  do reader.path();
  while (reader.takes(','));
  reader.check(({ paths }) => requireDisjointPaths('ProjectionExpression', paths));
  return reader.finish(undefined);
}
