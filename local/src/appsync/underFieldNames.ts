import type { SelectionSetNode } from 'graphql';
import { responseKey, selectedFields, type Fragments, type Variables } from './selectedFields.ts';

/**
 * A response object with its aliases turned back into field names, so that subscribers with other aliases, and filters,
 * find the fields. Answers the very same object where the selection has no alias.
 */
export function underFieldNames(
  value: unknown,
  selectionSet: SelectionSetNode | undefined,
  fragments: Fragments,
  variables: Variables,
): unknown {
  if (!selectionSet || !hasAlias(selectionSet, fragments, variables)) return value;
  if (Array.isArray(value)) return value.map((item) => underFieldNames(item, selectionSet, fragments, variables));
  if (typeof value !== 'object' || value === null) return value;
  const named: Record<string, unknown> = {};
  for (const field of selectedFields(selectionSet, fragments, variables)) {
    const member = (value as Record<string, unknown>)[responseKey(field)];
    // Absent when the fragment that selects the field is on another type.
    if (member === undefined) continue;
    named[field.name.value] = underFieldNames(member, field.selectionSet, fragments, variables);
  }
  return named;
}

function hasAlias(selectionSet: SelectionSetNode, fragments: Fragments, variables: Variables): boolean {
  for (const field of selectedFields(selectionSet, fragments, variables)) {
    if (field.alias) return true;
    if (field.selectionSet && hasAlias(field.selectionSet, fragments, variables)) return true;
  }
  return false;
}
