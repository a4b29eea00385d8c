import { Kind, OperationTypeNode, visit, type FieldNode } from 'graphql';
import { AwsError } from '../../AwsError.ts';
import type { ErrorEntry } from '../ErrorEntry.ts';
import type { GraphqlEngine, GraphqlRequest } from '../GraphqlEngine.ts';
import type { Operation } from '../GraphqlExecutor.ts';
import { accessKey, type Requester } from '../Requester.ts';
import { selectedFields } from '../selectedFields.ts';
import { compileFilter, matchArguments } from './compileFilter.ts';
import type { Subscription } from './Subscriptions.ts';

/** Refuses a subscription with entries in the shape of a response's `errors`. */
export class SubscriptionRefused extends Error {
  readonly errors: readonly ErrorEntry[];

  constructor(errors: readonly ErrorEntry[]) {
    super(errors[0]?.message);
    this.errors = errors;
  }
}

/**
 * Checks a subscription, runs its resolver if it has one, and answers what to register. Throws `AwsError` and
 * `SubscriptionRefused`.
 */
export async function startSubscription(
  engine: GraphqlEngine,
  request: GraphqlRequest,
  requester: Requester,
  headers: Readonly<Record<string, string>>,
): Promise<Omit<Subscription, 'subscriber'>> {
  const operation = engine.operation(request);
  const kind = operation.operation.operation;
  if (kind !== OperationTypeNode.SUBSCRIPTION) {
    throw new AwsError('UnsupportedOperation', `${kind} not supported through the realtime channel`);
  }
  if (operation.prepared.validationErrors.length > 0) {
    throw new SubscriptionRefused(operation.prepared.validationErrors);
  }
  engine.authorizeIam(operation, requester);
  const context = engine.context(requester, headers, operation.variables);
  const { errors } = await engine.executor.execute(operation, context);
  if (errors)
    throw new SubscriptionRefused(errors.map(({ errorType, message }) => ({ errorType: errorType ?? null, message })));

  const { filter, invalidationFilter, subscriptionArguments: args } = context;
  const [root] = selectedFields(operation.operation.selectionSet, operation.prepared.fragments, operation.variables);
  const fieldName = root?.name.value ?? '';
  return {
    fieldName,
    viewKey: viewKey(operation, root, requester),
    view: (published) => JSON.stringify(engine.executor.deliver(operation, fieldName, published, requester)),
    filterKey: JSON.stringify([filter, invalidationFilter, filter ? null : args]),
    // As soon as a filter is set, arguments filter nothing any more.
    matches: filter === undefined ? matchArguments(args) : compileFilter(filter),
    isInvalidatedBy: invalidationFilter && compileFilter(invalidationFilter),
  };
}

/** Variables count only where the selection uses them; those of the root field's arguments have become filters. */
function viewKey(
  { prepared, operation, variables }: Operation,
  root: FieldNode | undefined,
  requester: Requester,
): string {
  const used: Record<string, unknown> = {};
  const note = {
    Variable: (node: { name: { value: string } }) => void (used[node.name.value] = variables[node.name.value]),
  };
  if (root?.selectionSet) visit(root.selectionSet, note);
  for (const definition of prepared.document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) visit(definition, note);
  }
  return JSON.stringify([prepared.text, operation.name?.value, used, accessKey(requester)]);
}
