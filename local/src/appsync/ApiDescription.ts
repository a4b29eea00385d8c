/** The ways a request may prove who sends it, in CloudFormation's words. */
export type AuthenticationType = 'API_KEY' | 'AWS_IAM' | 'AMAZON_COGNITO_USER_POOLS' | 'OPENID_CONNECT' | 'AWS_LAMBDA';

export interface UserPoolConfig {
  UserPoolId: string;
  AwsRegion?: string;
  /** What undirected fields mean when the pool is the default mode; CDK's default is ALLOW. */
  DefaultAction?: 'ALLOW' | 'DENY';
  /** Matched against the token's `client_id` or `aud`. */
  AppIdClientRegex?: string;
}

export interface LambdaAuthorizerConfig {
  /** ARN of the function. */
  AuthorizerUri: string;
  AuthorizerResultTtlInSeconds?: number;
  /** A token that does not match is refused before the function is asked. */
  IdentityValidationExpression?: string;
}

export interface AuthenticationProvider {
  AuthenticationType: AuthenticationType;
  UserPoolConfig?: UserPoolConfig;
  LambdaAuthorizerConfig?: LambdaAuthorizerConfig;
}

export interface DefaultAuthentication extends AuthenticationProvider {
  AdditionalAuthenticationProviders?: AuthenticationProvider[];
}

export interface ApiKey {
  key: string;
  expiresAtSeconds: number;
}

export interface HttpConfig {
  Endpoint: string;
  AuthorizationConfig?: {
    AuthorizationType: string;
    AwsIamConfig?: { SigningRegion?: string; SigningServiceName?: string };
  };
}

interface WithRole {
  roleArn: string;
}

/** A data source, its `config` in CloudFormation's shape for that type. */
export type DataSourceDescription =
  | (WithRole & { type: 'AMAZON_DYNAMODB'; config: { TableName: string } })
  | (WithRole & { type: 'AWS_LAMBDA'; config: { LambdaFunctionArn: string } })
  | (WithRole & { type: 'AMAZON_EVENTBRIDGE'; config: { EventBusArn: string } })
  | { type: 'HTTP'; roleArn?: string; config: HttpConfig }
  | { type: 'NONE' };

export interface FunctionDescription {
  name: string;
  dataSourceName: string;
  /** Bundled ESM for APPSYNC_JS. */
  code: string;
}

interface ResolverPlace {
  typeName: string;
  fieldName: string;
  code: string;
}

export type ResolverDescription =
  | (ResolverPlace & { kind: 'UNIT'; dataSourceName: string; maxBatchSize?: number })
  | (ResolverPlace & { kind: 'PIPELINE'; functionIds: string[] });

/** One AppSync GraphQL API with every reference of its template resolved. */
export interface ApiDescription {
  apiId: string;
  name: string;
  /** The schema in GraphQL's definition language, with AppSync's directives and scalars used but not defined. */
  schema: string;
  authentication: DefaultAuthentication;
  apiKeys?: readonly ApiKey[];
  dataSources: Readonly<Record<string, DataSourceDescription>>;
  /** By function id. */
  functions: Readonly<Record<string, FunctionDescription>>;
  resolvers: readonly ResolverDescription[];
  environmentVariables: Readonly<Record<string, string>>;
  introspection: 'ENABLED' | 'DISABLED';
  /** 0 is no limit. */
  queryDepthLimit: number;
  /** 0 is AppSync's own limit of 10,000. */
  resolverCountLimit: number;
}
