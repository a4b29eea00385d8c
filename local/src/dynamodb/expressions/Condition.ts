/** The tree of a condition, filter or key condition expression. */
export type Condition =
  | { kind: 'and' | 'or'; left: Condition; right: Condition }
  | { kind: 'not'; operand: Condition }
  | { kind: 'compare'; comparator: Comparator; left: Operand; right: Operand }
  | { kind: 'between'; operand: Operand; lower: Operand; upper: Operand }
  | { kind: 'in'; operand: Operand; candidates: Operand[] }
  | { kind: 'function'; name: ConditionFunction; operands: Operand[] };

export type Comparator = '=' | '<>' | '<' | '<=' | '>' | '>=';

export type ConditionFunction =
  'attribute_exists' | 'attribute_not_exists' | 'attribute_type' | 'begins_with' | 'contains';

/** What a comparison looks at: a document path (its position among the paths), a `:value`, or the size of either. */
export type Operand =
  { kind: 'path'; path: number } | { kind: 'value'; name: string } | { kind: 'size'; operand: Operand };
