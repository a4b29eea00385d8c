import { AppsyncFunction, Code, FunctionRuntime, Resolver } from 'aws-cdk-lib/aws-appsync';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Construct } from 'constructs';
import type { ApiDataSources } from './ApiDataSources.ts';
import type { ResolverBundles } from './bundleResolvers.ts';
import type { FieldResolver, ResolverStep } from './listResolvers.ts';

export interface FieldResolversProps {
  readonly api: IGraphqlApi;
  readonly dataSources: ApiDataSources;
  readonly resolvers: readonly FieldResolver[];
  readonly bundles: ResolverBundles;
}

/** Every field of the listing of `resolvers/`, answered by its handler or by its pipeline of handlers. */
export class FieldResolvers extends Construct {
  constructor(scope: Construct, id: string, { api, dataSources, resolvers, bundles }: FieldResolversProps) {
    super(scope, id);
    const runtime = FunctionRuntime.JS_1_0_0;
    const codeOf = (step: ResolverStep) => {
      const file = bundles.steps.get(step.name);
      if (!file) throw new Error(`${step.path} was not bundled.`);
      return Code.fromAsset(file);
    };
    for (const { typeName, fieldName, kind, steps } of resolvers) {
      const field = { api, typeName, fieldName, runtime };
      const functions = steps.map((step) => ({
        dataSource: dataSources.named(step.dataSource),
        code: codeOf(step),
        step,
      }));
      const [only] = functions;
      if (kind === 'UNIT' && only) {
        new Resolver(this, `${typeName}.${fieldName}`, { ...field, dataSource: only.dataSource, code: only.code });
        continue;
      }
      new Resolver(this, `${typeName}.${fieldName}`, {
        ...field,
        code: Code.fromAsset(bundles.aroundPipeline),
        pipelineConfig: functions.map(
          ({ dataSource, code, step }) =>
            // The dots of the file name are not allowed in the name of a function.
            new AppsyncFunction(this, step.name, {
              name: step.name.replaceAll('.', '_'),
              api,
              dataSource,
              code,
              runtime,
            }),
        ),
      });
    }
  }
}
