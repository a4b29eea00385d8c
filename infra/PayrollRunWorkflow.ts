import { readFileSync } from 'node:fs';
import { ArnFormat, Aws, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, LogLevel, StateMachine, StateMachineType } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgeWildcard.ts';
import type { Workers } from './Workers.ts';

export interface PayrollRunWorkflowProps {
  /** Path of the Amazon States Language file. */
  readonly definitionFile: string;
  readonly workers: Workers;
  /** Where the manifest of a run lies. */
  readonly bucket: Bucket;
}

/**
 * The state machine of a payroll run, as its file defines it. In the file `${CalculateSegmentArn}` stands for the ARN
 * of the worker `calculateSegment`, and so on, and `${BucketName}` for the bucket. Its role may invoke exactly the
 * workers that the file names, read manifests, and run its own Distributed Map.
 */
export class PayrollRunWorkflow extends StateMachine {
  /** Fixed by name, because workers that start runs or answer tasks need it, while it needs workers. */
  static arn(scope: Construct): string {
    return arnOf(scope, 'stateMachine', nameOf(scope));
  }

  constructor(scope: Construct, id: string, { definitionFile, workers, bucket }: PayrollRunWorkflowProps) {
    const definition = readFileSync(definitionFile, 'utf8');
    const functionArns = Object.fromEntries(
      workersNamedIn(definition).map(({ placeholder, name }) => [placeholder, workers.named(name).functionArn]),
    );
    const role = new Role(scope, `${id}Role`, {
      assumedBy: new ServicePrincipal('states.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    });
    super(scope, id, {
      stateMachineName: nameOf(scope),
      stateMachineType: StateMachineType.STANDARD,
      definitionBody: DefinitionBody.fromString(definition),
      definitionSubstitutions: { ...functionArns, BucketName: bucket.bucketName },
      role,
      tracingEnabled: true,
      logs: {
        destination: new LogGroup(scope, `${id}Log`, {
          // Under this prefix all log groups of the account share one resource policy; their number is limited to ten.
          logGroupName: `/aws/vendedlogs/states/${nameOf(scope)}`,
          retention: RetentionDays.ONE_YEAR,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
        level: LogLevel.ALL,
        // States carry ids only, but the cause of a failure may quote what failed: that stays in the execution history.
        includeExecutionData: false,
      },
    });
    this.#permit(role, Object.values(functionArns), bucket);
  }

  #permit(role: Role, functionArns: string[], bucket: Bucket): void {
    role.addToPolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: functionArns }));
    role.addToPolicy(
      new PolicyStatement({ actions: ['s3:GetObject'], resources: [bucket.arnForObjects('manifests/*')] }),
    );
    // The Distributed Map starts its children as executions of this very state machine, follows and stops them; without
    // the first permission it fails only when a run gets there.
    role.addToPolicy(
      new PolicyStatement({
        actions: ['states:StartExecution'],
        resources: [arnOf(this, 'stateMachine', nameOf(this))],
      }),
    );
    // AWS names executions of the state machine `<name>:…` and those of a map run `<name>/<label>:…`.
    const children = [`${nameOf(this)}:*`, `${nameOf(this)}/*`];
    role.addToPolicy(
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
        resources: children.map((pattern) => arnOf(this, 'execution', pattern)),
      }),
    );
    for (const pattern of children) {
      const finding =
        `Resource::arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:${pattern}` as const;
      acknowledgeWildcard(role, finding, 'Step Functions names the children of a map run.');
    }
    const bucketId = Stack.of(this).getLogicalId(bucket.node.defaultChild as CfnBucket);
    acknowledgeWildcard(role, `Resource::<${bucketId}.Arn>/manifests/*`, 'A manifest is named after its run.');
    acknowledgeWildcard(
      role,
      'Resource::*',
      'X-Ray takes traces for no particular resource, and log delivery is set up per account; nothing else is granted so.',
    );
  }
}

/** The `${<Worker>Arn}` of a definition and the worker that each stands for. */
function workersNamedIn(definition: string): { placeholder: string; name: string }[] {
  const placeholders = new Set([...definition.matchAll(/\$\{(\w+)Arn\}/g)].map(([, worker = '']) => worker));
  return [...placeholders].map((worker) => ({
    placeholder: `${worker}Arn`,
    name: worker.charAt(0).toLowerCase() + worker.slice(1),
  }));
}

const nameOf = (scope: Construct) => `${Stack.of(scope).stackName}-payrollRun`;

function arnOf(scope: Construct, resource: 'stateMachine' | 'execution', resourceName: string): string {
  return Stack.of(scope).formatArn({
    service: 'states',
    resource,
    resourceName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}
