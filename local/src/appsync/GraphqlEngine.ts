import { OperationTypeNode, valueFromASTUntyped, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import { unauthorized } from '../unauthorized.ts';
import type { ApiDescription, ResolverDescription } from './ApiDescription.ts';
import { attachResolvers } from './attachResolvers.ts';
import { buildApiSchema } from './buildApiSchema.ts';
import { createDataSource } from './dataSources/createDataSource.ts';
import type { DataSource } from './dataSources/DataSource.ts';
import { chosenOperation, DocumentCache } from './DocumentCache.ts';
import { FieldResolver, type ResolverSteps, type Step } from './FieldResolver.ts';
import { GraphqlExecutor, type GraphqlResponse, type Operation } from './GraphqlExecutor.ts';
import { RequestContext } from './RequestContext.ts';
import type { Requester } from './Requester.ts';
import { Sandbox } from './resolverRuntime/Sandbox.ts';
import { responseKey, selectedFields, type Variables } from './selectedFields.ts';
import { subscriptionsByMutation } from './subscriptionsByMutation.ts';
import { underFieldNames } from './underFieldNames.ts';

const MAX_RESOLVERS = 10_000;
const MAX_FUNCTIONS_PER_PIPELINE = 10;

/** A GraphQL request as it comes over any transport. */
export interface GraphqlRequest {
  query: string;
  variables?: Variables | null | undefined;
  operationName?: string | null | undefined;
}

/** An object that a mutation answered, on its way to the subscribers of one field. */
export interface Publication {
  subscriptionField: string;
  published: Readonly<Record<string, unknown>>;
}

/** The schema of one API with its resolvers attached. Knows nothing of transports. */
export class GraphqlEngine {
  readonly schema: GraphQLSchema;
  readonly executor: GraphqlExecutor;
  readonly #description: ApiDescription;
  readonly #cloud: Cloud;
  readonly #sandbox: Sandbox;
  readonly #documents: DocumentCache;
  readonly #subscriptionsByMutation: ReadonlyMap<string, readonly string[]>;

  constructor(description: ApiDescription, cloud: Cloud, log: (line: string) => void) {
    this.#description = description;
    this.#cloud = cloud;
    this.schema = buildApiSchema(description.schema);
    this.executor = new GraphqlExecutor(this.schema);
    this.#sandbox = new Sandbox(cloud, log);
    this.#documents = new DocumentCache(this.schema, description.introspection);
    this.#subscriptionsByMutation = subscriptionsByMutation(this.schema);
    attachResolvers(this.schema, {
      authentication: description.authentication,
      resolvers: this.#buildResolvers(log),
      queryDepthLimit: description.queryDepthLimit,
    });
  }

  /**
   * Picks the operation that a request means. Throws `MalformedHttpRequestException` and `BadRequestException`; a document
   * that does not fit the schema comes back with its `validationErrors`.
   */
  operation({ query, variables, operationName }: GraphqlRequest): Operation {
    const prepared = this.#documents.prepare(query);
    const operation = chosenOperation(prepared, operationName ?? undefined);
    return { prepared, operation, variables: { ...defaultsOf(operation), ...variables } };
  }

  /** Throws `UnauthorizedException` unless an IAM requester's policies allow every root field of the operation. */
  authorizeIam({ prepared, operation, variables }: Operation, { caller }: Requester): void {
    if (!caller) return;
    const { accountId, region } = this.#cloud;
    const rootType = this.schema.getRootType(operation.operation)?.name ?? '';
    for (const field of selectedFields(operation.selectionSet, prepared.fragments, variables)) {
      const place = `apis/${this.#description.apiId}/types/${rootType}/fields/${field.name.value}`;
      if (!caller.allows('appsync:GraphQL', `arn:aws:appsync:${region}:${accountId}:${place}`)) {
        throw unauthorized('Permission denied');
      }
    }
  }

  context(requester: Requester, headers: Readonly<Record<string, string>>, variables: Variables): RequestContext {
    const limit = this.#description.resolverCountLimit || MAX_RESOLVERS;
    return new RequestContext({ requester, headers, variables }, this.#sandbox, this.#cloud.clock, limit);
  }

  /** What a mutation's answer publishes: its own selection and nothing more, by field name. */
  publications({ prepared, operation, variables }: Operation, { data }: GraphqlResponse): Publication[] {
    if (operation.operation !== OperationTypeNode.MUTATION || !data) return [];
    const publications: Publication[] = [];
    for (const field of selectedFields(operation.selectionSet, prepared.fragments, variables)) {
      const subscriptionFields = this.#subscriptionsByMutation.get(field.name.value) ?? [];
      const answer = data[responseKey(field)];
      if (subscriptionFields.length === 0 || answer === null || answer === undefined) continue;
      const published = underFieldNames(answer, field.selectionSet, prepared.fragments, variables);
      for (const subscriptionField of subscriptionFields) {
        publications.push({ subscriptionField, published: published as Publication['published'] });
      }
    }
    return publications;
  }

  #buildResolvers(log: (line: string) => void): ReadonlyMap<string, FieldResolver> {
    const { apiId, dataSources, functions, environmentVariables } = this.#description;
    const sources = new Map<string, DataSource>();
    for (const [name, description] of Object.entries(dataSources)) {
      sources.set(name, createDataSource(description, `${apiId}/${name}`, this.#cloud, log));
    }
    const step = (dataSourceName: string, code: string, maxBatchSize: number, where: string): Step => {
      const dataSource = sources.get(dataSourceName);
      if (!dataSource) throw new AwsError('NotFoundException', `No data source found named ${dataSourceName}`);
      return { dataSource, handlers: this.#compile(code, where), maxBatchSize };
    };
    const functionSteps = new Map<string, Step>();
    for (const [id, { name, dataSourceName, code }] of Object.entries(functions)) {
      functionSteps.set(id, step(dataSourceName, code, 1, `function ${name}`));
    }
    const steps = (resolver: ResolverDescription): ResolverSteps => {
      const where = `${resolver.typeName}.${resolver.fieldName}`;
      if (resolver.kind === 'UNIT') {
        return { unit: step(resolver.dataSourceName, resolver.code, resolver.maxBatchSize || 1, where) };
      }
      const pipeline = resolver.functionIds.map((id) => {
        const found = functionSteps.get(id);
        if (!found) throw new AwsError('NotFoundException', `No function found with id ${id}`);
        return found;
      });
      if (pipeline.length > MAX_FUNCTIONS_PER_PIPELINE) {
        throw new AwsError(
          'BadRequestException',
          `${where}: a pipeline takes ${MAX_FUNCTIONS_PER_PIPELINE} functions.`,
        );
      }
      return { before: this.#compile(resolver.code, where), pipeline };
    };
    const env = this.#sandbox.copy(environmentVariables);
    const resolvers = new Map<string, FieldResolver>();
    for (const resolver of this.#description.resolvers) {
      const coordinate = `${resolver.typeName}.${resolver.fieldName}`;
      if (!this.#hasField(resolver)) throw new AwsError('NotFoundException', `No field named ${coordinate} found.`);
      resolvers.set(coordinate, new FieldResolver(steps(resolver), this.#sandbox, env));
    }
    return resolvers;
  }

  /** AWS does not say which resolver's code it refuses; here the refusal names it. */
  #compile(code: string, where: string) {
    try {
      return this.#sandbox.compile(code);
    } catch (error) {
      if (error instanceof AwsError) throw new AwsError(error.code, `${where}: ${error.message}`);
      throw error;
    }
  }

  #hasField({ typeName, fieldName }: ResolverDescription): boolean {
    const type = this.schema.getType(typeName);
    return type !== undefined && 'getFields' in type && Object.hasOwn(type.getFields(), fieldName);
  }
}

/** Taken in before anything looks at `@include` and `@skip`: authorization must see the fields that will run. */
function defaultsOf(operation: OperationDefinitionNode): Record<string, unknown> {
  const defaults: Record<string, unknown> = {};
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) defaults[variable.name.value] = valueFromASTUntyped(defaultValue);
  }
  return defaults;
}
