import { Kind, type FieldNode, type FragmentDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;
export type Variables = Readonly<Record<string, unknown>>;

/**
 * The fields of a selection set in order, through fragments (whatever type they are on) and with `@skip` and `@include`
 * applied. A field that is selected twice comes twice.
 */
export function* selectedFields(
  selectionSet: SelectionSetNode | undefined,
  fragments: Fragments,
  variables: Variables,
): Generator<FieldNode> {
  for (const selection of selectionSet?.selections ?? []) {
    if (!isIncluded(selection, variables)) continue;
    if (selection.kind === Kind.FIELD) yield selection;
    else if (selection.kind === Kind.INLINE_FRAGMENT)
      yield* selectedFields(selection.selectionSet, fragments, variables);
    else yield* selectedFields(fragments[selection.name.value]?.selectionSet, fragments, variables);
  }
}

/** The name under which a field stands in the response. */
export function responseKey(field: FieldNode): string {
  return field.alias?.value ?? field.name.value;
}

function isIncluded(selection: SelectionNode, variables: Variables): boolean {
  return (selection.directives ?? []).every((directive) => {
    const value = directive.arguments?.[0]?.value;
    const condition =
      value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.kind === Kind.BOOLEAN && value.value;
    if (directive.name.value === 'skip') return condition !== true;
    return directive.name.value !== 'include' || condition === true;
  });
}
