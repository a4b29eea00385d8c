import { readFileSync } from 'node:fs';
import type { ApiDescription, DataSourceDescription, DefaultAuthentication } from './appsync/ApiDescription.ts';
import type { Resource, Template } from './template/Template.ts';
import { unsupported } from './unsupported.ts';

/** The resource types that this reads. */
export const API_RESOURCE_TYPES = [
  'AWS::AppSync::GraphQLApi',
  'AWS::AppSync::GraphQLSchema',
  'AWS::AppSync::DataSource',
  'AWS::AppSync::FunctionConfiguration',
  'AWS::AppSync::Resolver',
] as const;

type Properties = Readonly<Record<string, unknown>>;

/** The one GraphQL API of the template, if it has one, with its schema and code read from the assets. */
export function describeApi(template: Template): ApiDescription | undefined {
  const [api, ...others] = template.resourcesOfType('AWS::AppSync::GraphQLApi');
  if (!api) return undefined;
  if (others.length > 0) unsupported('more than one GraphQL API in a template');
  const { properties } = api;
  const codeOf = ({ properties: { Code, CodeS3Location, Runtime } }: Resource): string => {
    if ((Runtime as { Name?: string } | undefined)?.Name !== 'APPSYNC_JS')
      unsupported('resolvers that are not APPSYNC_JS');
    return typeof Code === 'string' ? Code : readFileSync(template.assetPath(CodeS3Location), 'utf8');
  };
  return {
    apiId: api.physicalName,
    name: String(properties['Name']),
    schema: schemaOf(template),
    authentication: properties as unknown as DefaultAuthentication,
    dataSources: Object.fromEntries(
      template
        .resourcesOfType('AWS::AppSync::DataSource')
        .map((source) => [source.physicalName, dataSourceOf(source.properties)]),
    ),
    functions: Object.fromEntries(
      template.resourcesOfType('AWS::AppSync::FunctionConfiguration').map((resource) => [
        resource.physicalName,
        {
          name: String(resource.properties['Name']),
          dataSourceName: String(resource.properties['DataSourceName']),
          code: codeOf(resource),
        },
      ]),
    ),
    resolvers: template.resourcesOfType('AWS::AppSync::Resolver').map((resource) => {
      const { TypeName, FieldName, Kind, DataSourceName, PipelineConfig, MaxBatchSize } = resource.properties;
      const place = { typeName: String(TypeName), fieldName: String(FieldName), code: codeOf(resource) };
      if (Kind === 'PIPELINE')
        return { ...place, kind: 'PIPELINE', functionIds: (PipelineConfig as { Functions: string[] }).Functions };
      return {
        ...place,
        kind: 'UNIT',
        dataSourceName: String(DataSourceName),
        ...(MaxBatchSize === undefined ? {} : { maxBatchSize: Number(MaxBatchSize) }),
      };
    }),
    environmentVariables: (properties['EnvironmentVariables'] ?? {}) as Record<string, string>,
    introspection: properties['IntrospectionConfig'] === 'DISABLED' ? 'DISABLED' : 'ENABLED',
    queryDepthLimit: Number(properties['QueryDepthLimit'] ?? 0),
    resolverCountLimit: Number(properties['ResolverCountLimit'] ?? 0),
  };
}

function schemaOf(template: Template): string {
  const [schema] = template.resourcesOfType('AWS::AppSync::GraphQLSchema');
  if (!schema) throw new Error('The GraphQL API of the template has no schema.');
  const { Definition, DefinitionS3Location } = schema.properties;
  return typeof Definition === 'string' ? Definition : readFileSync(template.assetPath(DefinitionS3Location), 'utf8');
}

function dataSourceOf(properties: Properties): DataSourceDescription {
  const roleArn = String(properties['ServiceRoleArn']);
  switch (properties['Type']) {
    case 'NONE':
      return { type: 'NONE' };
    case 'AMAZON_DYNAMODB':
      return { type: 'AMAZON_DYNAMODB', roleArn, config: properties['DynamoDBConfig'] as { TableName: string } };
    case 'AWS_LAMBDA':
      return { type: 'AWS_LAMBDA', roleArn, config: properties['LambdaConfig'] as { LambdaFunctionArn: string } };
    case 'AMAZON_EVENTBRIDGE':
      return {
        type: 'AMAZON_EVENTBRIDGE',
        roleArn,
        config: properties['EventBridgeConfig'] as { EventBusArn: string },
      };
    default:
      return unsupported(`the AppSync data source type ${String(properties['Type'])}`);
  }
}
