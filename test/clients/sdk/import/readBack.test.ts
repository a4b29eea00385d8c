import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type FragmentDefinitionNode,
  isInputObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { expect, test } from 'vitest';

/*
 * An import puts lists and certificates together from what is on file. What can be handed in and is not read would be lost
 * without a word, so that a new member of the contract must be read, too.
 */

const root = join(import.meta.dirname, '..', '..', '..', '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const schema = buildSchema(`${read('clients/appsync.graphql')}\n${read('schema.graphql')}`);
const { definitions } = parse(read('clients/operations/employees.graphql'));
const fragments = new Map(
  definitions
    .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
    .map((fragment) => [fragment.name.value, fragment]),
);

/** The names of what is read below a member of the employee. */
function membersRead(path: readonly string[]): string[] {
  let selection: SelectionSetNode | undefined = fragments.get('EmployeeFileParts')?.selectionSet;
  for (const name of path) selection = flat(selection).find((field) => field.name.value === name)?.selectionSet;
  return flat(selection).map((field) => field.name.value);
}

const flat = (
  selection: SelectionSetNode | undefined,
): Extract<SelectionSetNode['selections'][number], { kind: 'Field' }>[] =>
  (selection?.selections ?? []).flatMap((node) => {
    if (node.kind === Kind.FIELD) return [node];
    return node.kind === Kind.FRAGMENT_SPREAD ? flat(fragments.get(node.name.value)?.selectionSet) : [];
  });

test.each([
  ['StateTaxFormInput', ['stateTaxForms']],
  ['LocalTaxInput', ['localTaxes']],
  ['DeductionInput', ['deductions']],
  ['StateTreatmentInput', ['deductions', 'stateTreatments']],
  ['TaxProfileInput', ['taxProfile']],
  ['TaxProfileBefore2020Input', ['taxProfileBefore2020']],
  ['NoTaxProfileInput', ['noTaxProfile']],
  ['CompensationInput', ['compensation']],
])('every member of %s is read back', (name, path) => {
  const type = schema.getType(name);
  if (!isInputObjectType(type)) throw new Error(`${name} is no input`);
  expect(membersRead(path)).toEqual(expect.arrayContaining(Object.keys(type.getFields())));
});
