import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Code, Function, LoggingFormat, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import type { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgeWildcard.ts';
import { grantedPermission } from './grantedPermission.ts';
import type { Grantable } from './grantedPermission.ts';
import type { Grant } from './workerGrants.ts';
import type { WorkerSize } from './workerSizes.ts';

export interface WorkerProps extends WorkerSize {
  /** The folder with the bundled `index.mjs`. */
  readonly directory: string;
}

/**
 * One Lambda function: Node.js 24 on arm64, traced, with a log group of its own that is kept for a year. It may write
 * its log and its trace, and nothing else until `give` says so.
 */
export class Worker extends Function {
  readonly #role: Role;

  constructor(scope: Construct, id: string, props: WorkerProps) {
    const logGroup = new LogGroup(scope, `${id}Log`, {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The CDK's own role would carry a managed policy that writes to every log group.
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    logGroup.grantWrite(role);
    acknowledgeWildcard(
      role,
      'Resource::*',
      'X-Ray takes traces for no particular resource; nothing else is granted so.',
    );
    super(scope, id, {
      code: Code.fromAsset(props.directory),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMiB,
      timeout: Duration.seconds(props.timeoutSeconds),
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      tracing: Tracing.ACTIVE,
      environment: {
        POWERTOOLS_SERVICE_NAME: 'payroll',
        POWERTOOLS_METRICS_NAMESPACE: 'Payroll',
        // Answers and errors of payroll are personal; a trace is not the place for them.
        POWERTOOLS_TRACER_CAPTURE_RESPONSE: 'false',
        POWERTOOLS_TRACER_CAPTURE_ERROR: 'false',
      },
    });
    this.#role = role;
  }

  /**
   * Keeps the events that the worker failed on after all retries of Lambda. Who invokes asynchronously, as rules and
   * schedules do, is told that the event was taken, and nothing of what became of it.
   */
  keepFailedEventsIn(queue: IQueue): void {
    this.#role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [queue.queueArn] }));
    (this.node.defaultChild as CfnFunction).deadLetterConfig = { targetArn: queue.queueArn };
  }

  /** Gives the worker one permission, and the address of what it is for. */
  give(grant: Grant, from: Grantable): void {
    const { variable, address, actions, resources, objectPrefix, executionsOf } = grantedPermission(grant, from);
    this.addEnvironment(variable, address);
    this.#role.addToPolicy(new PolicyStatement({ actions, resources }));
    if (objectPrefix !== undefined) {
      const bucketId = Stack.of(this).getLogicalId(from.bucket.node.defaultChild as CfnBucket);
      const finding = `Resource::<${bucketId}.Arn>/${objectPrefix}/*` as const;
      acknowledgeWildcard(this.#role, finding, 'Objects are named after their company, run and content.');
    }
    if (executionsOf !== undefined) {
      const finding =
        `Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${executionsOf}:*` as const;
      acknowledgeWildcard(this.#role, finding, 'An execution is named after its run.');
    }
  }
}
