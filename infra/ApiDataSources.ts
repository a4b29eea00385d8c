import { DynamoDbDataSource, LambdaDataSource, NoneDataSource } from 'aws-cdk-lib/aws-appsync';
import type { BaseDataSource, IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { PayrollTable } from './PayrollTable.ts';
import { ServiceRole } from './ServiceRole.ts';
import type { ServiceRoleProps } from './ServiceRole.ts';
import type { Workers } from './Workers.ts';

export interface ApiDataSourcesProps {
  readonly api: IGraphqlApi;
  readonly table: PayrollTable;
  readonly workers: Workers;
}

/** The data sources of the API, made when a resolver first names one. Each acts with a role of its own. */
export class ApiDataSources extends Construct {
  readonly #props: ApiDataSourcesProps;
  readonly #made = new Map<string, BaseDataSource>();

  constructor(scope: Construct, id: string, props: ApiDataSourcesProps) {
    super(scope, id);
    this.#props = props;
  }

  /**
   * The data source of a folder of `resolvers/`: `table` reads the payroll table (changes go through a worker), `none`
   * has nothing behind it, and every other name is that of the worker that it invokes.
   */
  named(name: string): BaseDataSource {
    const dataSource = this.#made.get(name) ?? this.#make(name);
    this.#made.set(name, dataSource);
    return dataSource;
  }

  #make(name: string): BaseDataSource {
    const { api, table, workers } = this.#props;
    if (name === 'none') return new NoneDataSource(this, name, { api, name });
    if (name === 'table') {
      const indexes = ['runsByCompany', 'failedItemsByRun', 'returnedPaymentsByRun'];
      const queried = [table.tableArn, ...indexes.map((name) => table.indexArn(name))];
      const serviceRole = this.#role(name, [
        { actions: ['dynamodb:GetItem'], resources: [table.tableArn] },
        { actions: ['dynamodb:Query'], resources: queried },
      ]);
      return new DynamoDbDataSource(this, name, { api, name, table: table as ITable, serviceRole });
    }
    const worker = workers.named(name);
    const serviceRole = this.#role(name, [{ actions: ['lambda:InvokeFunction'], resources: [worker.functionArn] }]);
    return new LambdaDataSource(this, name, { api, name, lambdaFunction: worker, serviceRole });
  }

  #role(name: string, permissions: ServiceRoleProps['permissions']): IRole {
    const role = new ServiceRole(this, `${name}Role`, { service: 'appsync.amazonaws.com', permissions });
    return role.withoutPolicyUpdates();
  }
}
