import type { Cloud } from '../../Cloud.ts';
import { unsupported } from '../../unsupported.ts';
import type { DataSourceDescription } from '../ApiDescription.ts';
import type { DataSource } from './DataSource.ts';
import { DynamoDbDataSource } from './DynamoDbDataSource.ts';
import { EventBridgeDataSource } from './EventBridgeDataSource.ts';
import { HttpDataSource } from './HttpDataSource.ts';
import { LambdaDataSource } from './LambdaDataSource.ts';
import { NoneDataSource } from './NoneDataSource.ts';

/** `sealedFor` names the API and data source, so that a page token of one is no good to another. */
export function createDataSource(
  description: DataSourceDescription,
  sealedFor: string,
  cloud: Cloud,
  log: (line: string) => void,
): DataSource {
  switch (description.type) {
    case 'NONE':
      return new NoneDataSource();
    case 'AMAZON_DYNAMODB': {
      const caller = cloud.callerOfRole(description.roleArn);
      return new DynamoDbDataSource(description.config.TableName, sealedFor, caller, cloud);
    }
    case 'AWS_LAMBDA': {
      const caller = cloud.callerOfRole(description.roleArn);
      return new LambdaDataSource(description.config.LambdaFunctionArn, caller, cloud, log);
    }
    case 'AMAZON_EVENTBRIDGE':
      return new EventBridgeDataSource(description.config.EventBusArn, cloud.callerOfRole(description.roleArn), cloud);
    case 'HTTP': {
      const caller = description.roleArn === undefined ? undefined : cloud.callerOfRole(description.roleArn);
      return new HttpDataSource(description.config, caller, cloud);
    }
    default:
      return unsupported(`the AppSync data source type ${(description as { type: string }).type}`);
  }
}
