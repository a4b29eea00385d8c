/** The tree of an update expression; paths by their position among the expression's paths. */
export interface Update {
  set: { path: number; value: SetValue }[];
  remove: { path: number }[];
  add: { path: number; value: string }[];
  delete: { path: number; value: string }[];
}

/** The right side of a SET action. */
export type SetValue = { kind: '+' | '-'; left: SetOperand; right: SetOperand } | SetOperand;

export type SetOperand =
  | { kind: 'path'; path: number }
  | { kind: 'value'; name: string }
  | { kind: 'if_not_exists'; path: number; otherwise: SetOperand }
  | { kind: 'list_append'; first: SetOperand; second: SetOperand };
