import type { SelectionSetNode } from 'graphql';
import { responseKey, selectedFields, type Fragments, type Variables } from './selectedFields.ts';

/** The `data` of an error, cut down to what the field's own selection set asks for. */
export function restrictToSelection(
  value: unknown,
  selectionSet: SelectionSetNode | undefined,
  fragments: Fragments,
  variables: Variables,
): unknown {
  if (!selectionSet) return value;
  if (Array.isArray(value)) return value.map((item) => restrictToSelection(item, selectionSet, fragments, variables));
  if (typeof value !== 'object' || value === null) return value;
  const restricted: Record<string, unknown> = {};
  for (const field of selectedFields(selectionSet, fragments, variables)) {
    const member = (value as Record<string, unknown>)[field.name.value];
    if (member === undefined) continue;
    restricted[responseKey(field)] = restrictToSelection(member, field.selectionSet, fragments, variables);
  }
  return restricted;
}
