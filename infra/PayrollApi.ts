import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AuthorizationType,
  Definition,
  FieldLogLevel,
  GraphqlApi,
  IntrospectionConfig,
  UserPoolDefaultAction,
} from 'aws-cdk-lib/aws-appsync';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';

export interface PayrollApiProps {
  /** Path of the schema. */
  readonly schemaFile: string;
  /** People sign in here: the default mode. A field without a directive is open to none of them. */
  readonly userPool: IUserPool;
  /** Knows the API keys of partner apps. */
  readonly authorizePartner: IFunction;
  /** Whether `__schema` answers: for tools while developing, closed in production. */
  readonly introspectionEnabled: boolean;
  /** What resolvers find in `ctx.env`. */
  readonly environmentVariables: Record<string, string>;
}

/** The GraphQL API: Cognito for people, a Lambda authorizer for partner apps, IAM for the event rules. */
export class PayrollApi extends GraphqlApi {
  constructor(scope: Construct, id: string, props: PayrollApiProps) {
    super(scope, id, {
      name: Stack.of(scope).stackName,
      definition: Definition.fromFile(props.schemaFile),
      authorizationConfig: {
        defaultAuthorization: {
          authorizationType: AuthorizationType.USER_POOL,
          userPoolConfig: { userPool: props.userPool, defaultAction: UserPoolDefaultAction.DENY },
        },
        additionalAuthorizationModes: [
          { authorizationType: AuthorizationType.IAM },
          {
            authorizationType: AuthorizationType.LAMBDA,
            // A revoked key is refused after a minute at the latest.
            lambdaAuthorizerConfig: { handler: props.authorizePartner, resultsCacheTtl: Duration.minutes(1) },
          },
        ],
      },
      introspectionConfig: props.introspectionEnabled ? IntrospectionConfig.ENABLED : IntrospectionConfig.DISABLED,
      // Our own operations are five levels deep and ask for a few fields with resolvers; the rest is room for partners.
      queryDepthLimit: 12,
      resolverCountLimit: 100,
      xrayEnabled: true,
      environmentVariables: props.environmentVariables,
    });
    this.#logErrors();
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-ASC3',
      reason:
        'Requests are logged; the check wants arguments and answers in the log as well, and those are pay and bank accounts.',
    });
  }

  /**
   * Set here and not with `logConfig`, which would bring a managed policy, and a custom resource with a function of its
   * own, only to set a retention. `excludeVerboseContent` keeps arguments and answers out of the log.
   */
  #logErrors(): void {
    const logGroup = new LogGroup(this, 'Log', {
      logGroupName: `/aws/appsync/apis/${this.apiId}`,
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'LogRole', { assumedBy: new ServicePrincipal('appsync.amazonaws.com') });
    logGroup.grant(role, 'logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents');
    (this.node.defaultChild as CfnGraphQLApi).logConfig = {
      cloudWatchLogsRoleArn: role.roleArn,
      excludeVerboseContent: true,
      fieldLogLevel: FieldLogLevel.ERROR,
    };
  }
}
