import { AppsyncFunction, Code, FunctionRuntime, Resolver } from 'aws-cdk-lib/aws-appsync';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { NestedStack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { ApiDataSources } from './ApiDataSources.ts';
import type { ResolverBundles } from './bundleResolvers.ts';
import type { FieldResolver, ResolverStep } from './listResolvers.ts';
import type { PayrollTable } from './PayrollTable.ts';
import type { Workers } from './Workers.ts';

export interface FieldResolversProps {
  readonly api: IGraphqlApi;
  readonly table: PayrollTable;
  readonly workers: Workers;
  readonly resolvers: readonly FieldResolver[];
  readonly bundles: ResolverBundles;
}

/**
 * Every field of the listing of `resolvers/`, answered by its handler or by its pipeline of handlers, with the data
 * sources behind them. A stack of its own: a field costs up to four resources, and CloudFormation takes 500 a stack.
 */
export class FieldResolvers extends NestedStack {
  constructor(scope: Construct, id: string, { api, table, workers, resolvers, bundles }: FieldResolversProps) {
    super(scope, id, { description: 'Payroll service: resolvers of the GraphQL API and their data sources' });
    const dataSources = new ApiDataSources(this, 'DataSources', { api, table, workers });
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
