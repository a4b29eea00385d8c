import { stableCharacters, stableName, stableUuid } from './stableName.ts';

/** The account that a template is resolved for. */
export interface Account {
  readonly accountId: string;
  readonly region: string;
  /** Origin of the local engine, for example `http://127.0.0.1:4000`: where queue and API URLs point. */
  readonly endpoint: string;
}

/** What a resource is called once it exists. */
export interface PhysicalIds {
  readonly physicalName: string;
  readonly arn?: string;
  /** What `Ref` answers. */
  readonly ref: string;
  /** What `Fn::GetAtt` answers, by attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

interface Naming {
  readonly account: Account;
  readonly stackName: string;
  readonly logicalId: string;
  /** A resolved property of the resource, if it is set. */
  property(name: string): string | undefined;
}

type PhysicalIdsOfType = (naming: Naming) => PhysicalIds;

/** `arn:aws:<service>:<region>:<account>:<resource>` */
const arn = ({ account: { region, accountId } }: Naming, service: string, resource: string) =>
  `arn:aws:${service}:${region}:${accountId}:${resource}`;

const seed = ({ stackName, logicalId }: Naming) => `${stackName}/${logicalId}`;

/** A resource whose `Ref` is its name: the explicit one, or else one that CloudFormation makes up. */
function named(
  nameProperty: string,
  maxLength: number,
  arnOf: (naming: Naming, name: string) => string,
): PhysicalIdsOfType {
  return (naming) => {
    const name = naming.property(nameProperty) ?? stableName(naming.stackName, naming.logicalId, maxLength);
    const ownArn = arnOf(naming, name);
    return { physicalName: name, arn: ownArn, ref: name, attributes: { Arn: ownArn } };
  };
}

/** A resource whose `Ref` is an id that its service makes up. */
function identified(naming: Naming): PhysicalIds {
  const id = stableUuid(seed(naming));
  return { physicalName: id, ref: id, attributes: { Id: id } };
}

/** A resource that nobody refers to: it has only a made-up name. */
export const UNREFERENCED: PhysicalIdsOfType = (naming) => {
  const name = stableName(naming.stackName, naming.logicalId, 128);
  return { physicalName: name, ref: name, attributes: {} };
};

/** Names, ARNs, `Ref` and `Fn::GetAtt` of each type, as the CloudFormation reference of the type defines them. */
export const PHYSICAL_IDS: Readonly<Record<string, PhysicalIdsOfType>> = {
  'AWS::AppSync::DataSource': (naming) => {
    const name = naming.property('Name') ?? naming.logicalId;
    const ownArn = arn(naming, 'appsync', `apis/${naming.property('ApiId')}/datasources/${name}`);
    return { physicalName: name, arn: ownArn, ref: ownArn, attributes: { DataSourceArn: ownArn, Name: name } };
  },
  'AWS::AppSync::FunctionConfiguration': (naming) => {
    const id = stableCharacters(seed(naming), 26, 'LOWER');
    const ownArn = arn(naming, 'appsync', `apis/${naming.property('ApiId')}/functions/${id}`);
    return {
      physicalName: id,
      arn: ownArn,
      ref: ownArn,
      attributes: { FunctionArn: ownArn, FunctionId: id, Name: naming.property('Name') ?? '' },
    };
  },
  'AWS::AppSync::GraphQLApi': (naming) => {
    const id = stableCharacters(seed(naming), 26, 'LOWER');
    const ownArn = arn(naming, 'appsync', `apis/${id}`);
    return {
      physicalName: id,
      arn: ownArn,
      ref: ownArn,
      attributes: {
        ApiId: id,
        Arn: ownArn,
        GraphQLEndpointArn: arn(naming, 'appsync', `endpoints/graphql-api/${id}`),
        GraphQLUrl: `${naming.account.endpoint}/graphql`,
        RealtimeUrl: `${naming.account.endpoint.replace(/^http/, 'ws')}/graphql/realtime`,
      },
    };
  },
  'AWS::AppSync::Resolver': (naming) => {
    const field = `types/${naming.property('TypeName')}/resolvers/${naming.property('FieldName')}`;
    const ownArn = arn(naming, 'appsync', `apis/${naming.property('ApiId')}/${field}`);
    return {
      physicalName: `${naming.property('TypeName')}.${naming.property('FieldName')}`,
      arn: ownArn,
      ref: ownArn,
      attributes: { ResolverArn: ownArn },
    };
  },
  'AWS::CloudFront::Distribution': (naming) => {
    const id = stableCharacters(seed(naming), 14, 'UPPER');
    const DomainName = `${id.toLowerCase()}.cloudfront.net`;
    return {
      physicalName: id,
      arn: `arn:aws:cloudfront::${naming.account.accountId}:distribution/${id}`,
      ref: id,
      attributes: { DomainName, Id: id },
    };
  },
  'AWS::CloudFront::OriginAccessControl': identified,
  'AWS::CloudFront::ResponseHeadersPolicy': identified,
  'AWS::Cognito::UserPool': (naming) => {
    const id = `${naming.account.region}_${stableCharacters(seed(naming), 9, 'MIXED')}`;
    const ownArn = arn(naming, 'cognito-idp', `userpool/${id}`);
    const provider = `cognito-idp.${naming.account.region}.amazonaws.com/${id}`;
    return {
      physicalName: id,
      arn: ownArn,
      ref: id,
      attributes: { Arn: ownArn, ProviderName: provider, ProviderURL: `https://${provider}`, UserPoolId: id },
    };
  },
  'AWS::Cognito::UserPoolClient': (naming) => {
    const id = stableCharacters(seed(naming), 26, 'LOWER');
    return { physicalName: id, ref: id, attributes: { ClientId: id } };
  },
  'AWS::Cognito::UserPoolGroup': (naming) => {
    const name = naming.property('GroupName') ?? naming.logicalId;
    return { physicalName: name, ref: name, attributes: {} };
  },
  'AWS::DynamoDB::Table': named('TableName', 255, (naming, name) => arn(naming, 'dynamodb', `table/${name}`)),
  'AWS::Events::EventBus': named('Name', 256, (naming, name) => arn(naming, 'events', `event-bus/${name}`)),
  'AWS::Events::Rule': named('Name', 64, (naming, name) => {
    const bus = naming.property('EventBusName');
    return arn(naming, 'events', bus === undefined ? `rule/${name}` : `rule/${bus}/${name}`);
  }),
  'AWS::IAM::Role': named('RoleName', 64, ({ account }, name) => `arn:aws:iam::${account.accountId}:role/${name}`),
  'AWS::KMS::Key': (naming) => {
    const id = stableUuid(seed(naming));
    const ownArn = arn(naming, 'kms', `key/${id}`);
    return { physicalName: id, arn: ownArn, ref: id, attributes: { Arn: ownArn, KeyId: id } };
  },
  'AWS::Lambda::EventSourceMapping': (naming) => {
    const id = stableUuid(seed(naming));
    const ownArn = arn(naming, 'lambda', `event-source-mapping:${id}`);
    return { physicalName: id, arn: ownArn, ref: id, attributes: { Id: id, EventSourceMappingArn: ownArn } };
  },
  'AWS::Lambda::Function': named('FunctionName', 64, (naming, name) => arn(naming, 'lambda', `function:${name}`)),
  'AWS::Lambda::LayerVersion': named('LayerName', 140, (naming, name) => arn(naming, 'lambda', `layer:${name}:1`)),
  // The `:*` is CloudFormation's: the ARN of the group's streams.
  'AWS::Logs::LogGroup': named('LogGroupName', 512, (naming, name) => arn(naming, 'logs', `log-group:${name}:*`)),
  'AWS::S3::Bucket': (naming) => {
    const name = naming.property('BucketName') ?? stableName(naming.stackName, naming.logicalId, 63).toLowerCase();
    const ownArn = `arn:aws:s3:::${name}`;
    const RegionalDomainName = `${name}.s3.${naming.account.region}.amazonaws.com`;
    return { physicalName: name, arn: ownArn, ref: name, attributes: { Arn: ownArn, RegionalDomainName } };
  },
  'AWS::SNS::Topic': (naming) => {
    const name = naming.property('TopicName') ?? stableName(naming.stackName, naming.logicalId, 256);
    const ownArn = arn(naming, 'sns', name);
    return { physicalName: name, arn: ownArn, ref: ownArn, attributes: { TopicArn: ownArn, TopicName: name } };
  },
  'AWS::SQS::Queue': (naming) => {
    const isFifo = naming.property('FifoQueue') === 'true';
    const name =
      naming.property('QueueName') ??
      (isFifo
        ? `${stableName(naming.stackName, naming.logicalId, 75)}.fifo`
        : stableName(naming.stackName, naming.logicalId, 80));
    const ownArn = arn(naming, 'sqs', name);
    const url = `${naming.account.endpoint}/${naming.account.accountId}/${name}`;
    return { physicalName: name, arn: ownArn, ref: url, attributes: { Arn: ownArn, QueueName: name, QueueUrl: url } };
  },
  'AWS::Scheduler::Schedule': named('Name', 64, (naming, name) =>
    arn(naming, 'scheduler', `schedule/${naming.property('GroupName') ?? 'default'}/${name}`),
  ),
  'AWS::Scheduler::ScheduleGroup': named('Name', 64, (naming, name) =>
    arn(naming, 'scheduler', `schedule-group/${name}`),
  ),
  'AWS::StepFunctions::StateMachine': (naming) => {
    const name = naming.property('StateMachineName') ?? stableName(naming.stackName, naming.logicalId, 80);
    const ownArn = arn(naming, 'states', `stateMachine:${name}`);
    return { physicalName: name, arn: ownArn, ref: ownArn, attributes: { Arn: ownArn, Name: name } };
  },
  'AWS::WAFv2::WebACL': (naming) => {
    const name = naming.property('Name') ?? stableName(naming.stackName, naming.logicalId, 128);
    const id = stableUuid(seed(naming));
    const ownArn = arn(naming, 'wafv2', `regional/webacl/${name}/${id}`);
    return { physicalName: name, arn: ownArn, ref: `${name}|${id}|REGIONAL`, attributes: { Arn: ownArn, Id: id } };
  },
};
