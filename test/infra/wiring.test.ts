import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { expect, test } from 'vitest';
import { listResolvers } from '../../infra/listResolvers.ts';

const root = join(import.meta.dirname, '..', '..');
const resolvers = listResolvers(join(root, 'resolvers')).map(({ typeName, fieldName }) => `${typeName}.${fieldName}`);
const fieldsByType = new Map(
  parse(readFileSync(join(root, 'schema.graphql'), 'utf8')).definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? [
          [
            definition.name.value,
            (definition.fields ?? []).map((field) => `${definition.name.value}.${field.name.value}`),
          ],
        ]
      : [],
  ),
);

test('every resolver answers a field of the schema', () => {
  expect([...fieldsByType.values()].flat()).toEqual(expect.arrayContaining(resolvers));
});

test.each(['Query', 'Mutation', 'Subscription'])('every field of %s has a resolver', (type) => {
  const fields = fieldsByType.get(type) ?? [];
  expect(fields).not.toEqual([]);
  expect(fields.filter((field) => !resolvers.includes(field))).toEqual([]);
});
