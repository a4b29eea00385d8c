import { refuseOtherProperties } from './refuseOtherProperties.ts';
import type { Template } from './template/Template.ts';

interface KnownProperties {
  readonly emulated: readonly string[];
  /** What changes nothing on one machine, each with the reason. */
  readonly withoutEffect: Readonly<Record<string, string>>;
}

const FOR_PEOPLE = 'it is for people';
const TAGS = 'tags are for billing and search';
const NO_LOG = 'there is no CloudWatch Logs here; what matters goes to the terminal';
const NO_TRACE = 'nothing is traced here';
const NO_METRICS = 'no metrics are kept here';

/** Of the types that are read property by property in the wiring; the other services know their own. */
const KNOWN: Readonly<Record<string, KnownProperties>> = {
  'AWS::AppSync::DataSource': {
    emulated: ['ApiId', 'DynamoDBConfig', 'EventBridgeConfig', 'LambdaConfig', 'Name', 'ServiceRoleArn', 'Type'],
    withoutEffect: { Description: FOR_PEOPLE, MetricsConfig: NO_METRICS },
  },
  'AWS::AppSync::FunctionConfiguration': {
    emulated: ['ApiId', 'Code', 'CodeS3Location', 'DataSourceName', 'Name', 'Runtime'],
    withoutEffect: { Description: FOR_PEOPLE, FunctionVersion: 'it is the version of mapping templates' },
  },
  'AWS::AppSync::GraphQLApi': {
    emulated: [
      ...['AdditionalAuthenticationProviders', 'AuthenticationType', 'EnvironmentVariables', 'IntrospectionConfig'],
      ...['LambdaAuthorizerConfig', 'Name', 'OpenIDConnectConfig', 'QueryDepthLimit', 'ResolverCountLimit'],
      'UserPoolConfig',
    ],
    withoutEffect: { LogConfig: NO_LOG, OwnerContact: FOR_PEOPLE, Tags: TAGS, XrayEnabled: NO_TRACE },
  },
  'AWS::AppSync::GraphQLSchema': { emulated: ['ApiId', 'Definition', 'DefinitionS3Location'], withoutEffect: {} },
  'AWS::AppSync::Resolver': {
    emulated: [
      ...['ApiId', 'Code', 'CodeS3Location', 'DataSourceName', 'FieldName', 'Kind', 'MaxBatchSize', 'PipelineConfig'],
      ...['Runtime', 'TypeName'],
    ],
    withoutEffect: { MetricsConfig: NO_METRICS },
  },
  'AWS::Events::EventBus': { emulated: ['Name'], withoutEffect: { Description: FOR_PEOPLE, Tags: TAGS } },
  'AWS::KMS::Key': {
    emulated: ['Description', 'Enabled', 'KeyPolicy', 'KeySpec', 'KeyUsage', 'MultiRegion', 'Origin'],
    withoutEffect: {
      EnableKeyRotation: 'nobody sees new material beside the old',
      PendingWindowInDays: 'no key is ever deleted here',
      RotationPeriodInDays: 'nobody sees new material beside the old',
      Tags: TAGS,
    },
  },
  'AWS::Lambda::EventSourceMapping': {
    emulated: [
      ...['BatchSize', 'Enabled', 'EventSourceArn', 'FunctionName', 'FunctionResponseTypes'],
      ...['MaximumBatchingWindowInSeconds', 'ScalingConfig'],
    ],
    withoutEffect: { Tags: TAGS },
  },
  'AWS::Lambda::Function': {
    emulated: [
      ...['Architectures', 'Code', 'DeadLetterConfig', 'Environment', 'FunctionName', 'Handler', 'MemorySize', 'Role'],
      ...['Runtime', 'Timeout'],
    ],
    withoutEffect: { Description: FOR_PEOPLE, LoggingConfig: NO_LOG, Tags: TAGS, TracingConfig: NO_TRACE },
  },
  'AWS::Lambda::Permission': {
    emulated: ['Action', 'FunctionName', 'Principal', 'SourceAccount', 'SourceArn'],
    withoutEffect: {},
  },
  'AWS::Scheduler::ScheduleGroup': { emulated: ['Name'], withoutEffect: { Tags: TAGS } },
  'AWS::StepFunctions::StateMachine': {
    emulated: ['DefinitionString', 'RoleArn', 'StateMachineName', 'StateMachineType'],
    withoutEffect: { LoggingConfiguration: NO_LOG, Tags: TAGS, TracingConfiguration: NO_TRACE },
  },
};

/**
 * The properties of the template that are accepted and change nothing here, once for each type, as
 * `type property: reason`. Refuses by name every property that would.
 */
export function acceptedWithoutEffect(template: Template): string[] {
  const accepted = new Set<string>();
  for (const [type, { emulated, withoutEffect }] of Object.entries(KNOWN)) {
    for (const { physicalName, properties } of template.resourcesOfType(type)) {
      refuseOtherProperties(properties, [...emulated, ...Object.keys(withoutEffect)], `${type} ${physicalName}`);
      for (const [name, reason] of Object.entries(withoutEffect)) {
        if (properties[name] !== undefined) accepted.add(`${type} ${name}: ${reason}`);
      }
    }
  }
  return [...accepted];
}
