import { Kind, type ASTNode, type DocumentNode, type GraphQLError } from 'graphql';
import type { ErrorEntry } from './ErrorEntry.ts';

/** graphql-js's wording and the error type and sentence that AppSync has for the same mistake. */
const WORDINGS: readonly (readonly [RegExp, string, string])[] = [
  [/^Cannot query field "(.+?)" on type "(.+?)"/, 'FieldUndefined', "Field '$1' in type '$2' is undefined"],
  [/^GraphQL introspection .* the field "(__\w+)"/, 'FieldUndefined', "Field '$1' in type 'Query' is undefined"],
  [/^Unknown argument "(.+?)" on field/, 'UnknownArgument', 'Unknown field argument $1'],
  [/^Unknown argument "(.+?)" on directive/, 'UnknownArgument', 'Unknown directive argument $1'],
  [/^Field ".+?" argument "(.+?)" of type/, 'MissingFieldArgument', 'Missing field argument $1'],
  [/^Directive ".+?" argument "(.+?)" of type/, 'MissingDirectiveArgument', 'Missing directive argument $1'],
  [
    /^Field "(.+?)" of type "(.+?)" must have a selection/,
    'SubSelectionRequired',
    'Sub selection required for type $2 of field $1',
  ],
  [
    /^Field "(.+?)" must not have a selection since type "(.+?)"/,
    'SubSelectionNotAllowed',
    'Sub selection not allowed on leaf type $2 of field $1',
  ],
  [/^Variable "\$(.+?)" is not defined/, 'UndefinedVariable', 'Undefined variable $1'],
  [/^Variable "\$(.+?)" is never used/, 'UnusedVariable', 'Unused variable $1'],
  [
    /^Variable "\$(.+?)" of type "(.+?)" used in position expecting type "(.+?)"/,
    'VariableTypeMismatch',
    "Variable type '$2' doesn't match expected type '$3'",
  ],
  [
    /^Variable "\$(.+?)" cannot be non-input type/,
    'NonInputTypeOnVariable',
    "Input variable $1 type doesn't match expected type",
  ],
  [/^Unknown type "(.+?)"/, 'UnknownType', 'Unknown type $1'],
  [/^Unknown fragment "(.+?)"/, 'UndefinedFragment', 'Undefined fragment $1'],
  [/^Fragment "(.+?)" is never used/, 'UnusedFragment', 'Unused fragment $1'],
  [/^Cannot spread fragment/, 'FragmentCycle', 'Fragment cycles not allowed'],
  [/^Unknown directive "@(.+?)"/, 'UnknownDirective', 'Unknown directive $1'],
  [/^Fields "(.+?)" conflict because/, 'FieldsConflict', '$1: they have differing types or arguments'],
  [
    /^This anonymous operation must be/,
    'LoneAnonymousOperationViolation',
    'Anonymous operation with other operations.',
  ],
];

/** A validation error in AppSync's words. It has one location: where a name is used, not also where it is defined. */
export function validationErrorEntry(error: GraphQLError, document: DocumentNode): ErrorEntry {
  const known = WORDINGS.find(([pattern]) => pattern.test(error.message));
  // Literals of the wrong type, and members of input objects, keep graphql-js's sentence.
  const [pattern, type, wording] = known ?? [/^[\s\S]*$/, 'WrongType', '$&'];
  const sentence = (pattern.exec(error.message)?.[0] ?? '').replace(pattern, wording);
  const mistake = type === 'VariableTypeMismatch' ? error.nodes?.at(-1) : error.nodes?.[0];
  const { line = 1, column = 1 } = mistake?.loc?.startToken ?? {};
  return {
    path: null,
    locations: [{ line, column, sourceName: null }],
    message: `Validation error of type ${type}: ${sentence} @ '${fieldPath(document, mistake)}'`,
  };
}

/** The fields around a node, outermost first, as `runs/items/id`. */
function fieldPath(document: DocumentNode, target: ASTNode | undefined): string {
  const offset = target?.loc?.start ?? -1;
  const names: string[] = [];
  const visit = (node: ASTNode) => {
    if (!node.loc || offset < node.loc.start || offset >= node.loc.end) return;
    if (node.kind === Kind.FIELD) names.push(node.name.value);
    if ('selectionSet' in node) node.selectionSet?.selections.forEach(visit);
  };
  document.definitions.forEach(visit);
  return names.join('/');
}
