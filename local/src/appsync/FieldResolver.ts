import { print, type GraphQLResolveInfo } from 'graphql';
import { LambdaDataSource } from './dataSources/LambdaDataSource.ts';
import type { DataSource, SourceOutcome, SourceRequest } from './dataSources/DataSource.ts';
import { FieldError } from './FieldError.ts';
import { LambdaBatch } from './LambdaBatch.ts';
import type { RequestContext } from './RequestContext.ts';
import { Evaluation } from './resolverRuntime/Evaluation.ts';
import { plainJson } from './resolverRuntime/plainJson.ts';
import type { HandlerContext } from './resolverRuntime/realmFactory.ts';
import type { Handlers, Returned, Sandbox } from './resolverRuntime/Sandbox.ts';
import { selectionSetList } from './selectionSetList.ts';

/** Handlers with the data source between them: a unit resolver, or one function of a pipeline. */
export interface Step {
  handlers: Handlers;
  dataSource: DataSource;
  /** For `BatchInvoke`. */
  maxBatchSize: number;
}

/** What a resolver consists of. A pipeline's own handlers run before and after its functions. */
export type ResolverSteps = { unit: Step } | { before: Handlers; pipeline: readonly Step[] };

/** One call of a resolver. */
export interface FieldCall {
  source: unknown;
  args: Readonly<Record<string, unknown>>;
  context: RequestContext;
  info: GraphQLResolveInfo;
}

/** The resolver of one field. */
export class FieldResolver {
  readonly #steps: ResolverSteps;
  readonly #sandbox: Sandbox;
  readonly #env: unknown;

  constructor(steps: ResolverSteps, sandbox: Sandbox, env: unknown) {
    this.#steps = steps;
    this.#sandbox = sandbox;
    this.#env = env;
  }

  /** The field's value, in the sandbox's realm. Throws `FieldError`. */
  async resolve(call: FieldCall): Promise<unknown> {
    const evaluation = new Evaluation(call.context.requester, call.info.parentType.name, call.info.fieldName);
    try {
      return await call.context.beforeDeadline(this.#run(call, evaluation));
    } finally {
      call.context.take(evaluation, call.info);
    }
  }

  async #run(call: FieldCall, evaluation: Evaluation): Promise<unknown> {
    call.context.countResolver();
    const parts = this.#parts(call);
    if ('unit' in this.#steps) {
      return (await this.#step(this.#steps.unit, parts, evaluation, call.context)).value;
    }
    const { before, pipeline } = this.#steps;
    let { value, early } = this.#sandbox.run(before.request, parts, evaluation);
    if (!early) {
      for (const step of pipeline) {
        const prev = this.#previous(value);
        ({ value, early } = await this.#step(step, { ...parts, prev }, evaluation, call.context));
        if (early === 'END') break;
      }
    }
    const result = this.#sandbox.copy(value);
    const after = { ...parts, prev: this.#previous(value), result };
    return this.#sandbox.run(before.response, after, evaluation).value;
  }

  #previous(value: unknown): unknown {
    return this.#sandbox.copy({ result: value });
  }

  async #step(step: Step, parts: HandlerContext, evaluation: Evaluation, context: RequestContext): Promise<Returned> {
    const requested = this.#sandbox.run(step.handlers.request, parts, evaluation);
    if (requested.early) return requested;
    const { result, error } = await this.#invoke(step, plainJson(requested.value), context);
    const answered = { ...parts, result: this.#sandbox.copy(result), error: this.#sandbox.copy(error) };
    return this.#sandbox.run(step.handlers.response, answered, evaluation);
  }

  #invoke(step: Step, request: unknown, context: RequestContext): Promise<SourceOutcome> {
    if (typeof request !== 'object' || request === null || Array.isArray(request)) {
      throw new FieldError('The request handler must return an object.', 'MappingTemplate');
    }
    const { dataSource, maxBatchSize } = step;
    const sourceRequest = request as SourceRequest;
    if (!(dataSource instanceof LambdaDataSource) || sourceRequest['operation'] !== 'BatchInvoke') {
      return dataSource.invoke(sourceRequest);
    }
    const batch = context.batches.get(step) ?? new LambdaBatch(dataSource, maxBatchSize);
    context.batches.set(step, batch);
    return batch.add(sourceRequest['payload'] ?? null);
  }

  #parts({ source, args, context, info }: FieldCall): HandlerContext {
    return {
      args: this.#sandbox.copy(args),
      source: this.#sandbox.copy(source),
      identity: context.identity(),
      stash: this.#sandbox.copy({}),
      request: context.request(),
      env: this.#env,
      info: this.#sandbox.info({
        fieldName: info.fieldName,
        parentTypeName: info.parentType.name,
        variables: context.variables(),
        selectionSetList: () => {
          const selectionSets = info.fieldNodes.map((node) => node.selectionSet);
          return selectionSetList(selectionSets, info.fragments, info.variableValues);
        },
        selectionSetGraphQL: () =>
          info.fieldNodes.map((node) => (node.selectionSet ? print(node.selectionSet) : '')).join('\n'),
      }),
      prev: null,
    };
  }
}
