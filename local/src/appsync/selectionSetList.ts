import type { SelectionSetNode } from 'graphql';
import { responseKey, selectedFields, type Fragments, type Variables } from './selectedFields.ts';

/** `ctx.info.selectionSetList`: slash paths such as `items/id`, aliases in place of names, parents before children. */
export function selectionSetList(
  selectionSets: readonly (SelectionSetNode | undefined)[],
  fragments: Fragments,
  variables: Variables,
): string[] {
  const paths = new Set<string>();
  const visit = (selectionSet: SelectionSetNode | undefined, prefix: string) => {
    for (const field of selectedFields(selectionSet, fragments, variables)) {
      const path = `${prefix}${responseKey(field)}`;
      paths.add(path);
      visit(field.selectionSet, `${path}/`);
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet, '');
  return [...paths];
}
