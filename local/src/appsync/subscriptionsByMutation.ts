import { Kind, type GraphQLSchema, type ObjectTypeDefinitionNode } from 'graphql';
import { AwsError } from '../AwsError.ts';

/**
 * Which subscription fields each mutation field publishes to, by `@aws_subscribe`. Throws `GraphQLSchemaException` for a
 * subscription that names a mutation whose return type differs from its own.
 */
export function subscriptionsByMutation(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const published = new Map<string, string[]>();
  const subscription = schema.getSubscriptionType();
  if (!subscription) return published;
  const node: ObjectTypeDefinitionNode | null | undefined = subscription.astNode;
  for (const field of node?.fields ?? []) {
    for (const mutation of mutationsNamedBy(field)) {
      checkSameType(schema, field.name.value, mutation);
      published.set(mutation, [...(published.get(mutation) ?? []), field.name.value]);
    }
  }
  return published;
}

function mutationsNamedBy(field: NonNullable<ObjectTypeDefinitionNode['fields']>[number]): string[] {
  const directive = field.directives?.find((candidate) => candidate.name.value === 'aws_subscribe');
  const value = directive?.arguments?.[0]?.value;
  if (value?.kind !== Kind.LIST) return [];
  return value.values.flatMap((item) => (item.kind === Kind.STRING ? [item.value] : []));
}

function checkSameType(schema: GraphQLSchema, subscriptionField: string, mutationField: string): void {
  const payload = schema.getSubscriptionType()?.getFields()[subscriptionField]?.type;
  const answer = schema.getMutationType()?.getFields()[mutationField]?.type;
  const named = (type: unknown) => String(type).replaceAll('!', '');
  if (answer !== undefined && named(answer) === named(payload)) return;
  throw new AwsError(
    'GraphQLSchemaException',
    `Subscription '${subscriptionField}' of type '${named(payload)}' cannot subscribe to mutation '${mutationField}'.`,
  );
}
