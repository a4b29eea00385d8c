import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { EventBus } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { Bundles } from './bundle.ts';
import { CompanyQueue } from './CompanyQueue.ts';
import { type DashboardDomain, DashboardSite } from './DashboardSite.ts';
import { DataKey } from './DataKey.ts';
import { DeadLetterQueue } from './DeadLetterQueue.ts';
import { DeadLetterRedrive } from './DeadLetterRedrive.ts';
import { ExportRule } from './ExportRule.ts';
import { FailedExecutionRule } from './FailedExecutionRule.ts';
import { FieldKey } from './FieldKey.ts';
import { FieldResolvers } from './FieldResolvers.ts';
import { IdempotencyTable } from './IdempotencyTable.ts';
import { ImportRule } from './ImportRule.ts';
import { PayrollAlarms } from './PayrollAlarms.ts';
import { PayrollApi } from './PayrollApi.ts';
import { PayrollBucket } from './PayrollBucket.ts';
import { PayrollRunWorkflow } from './PayrollRunWorkflow.ts';
import { PayrollTable } from './PayrollTable.ts';
import { PayrollUserPool } from './PayrollUserPool.ts';
import { PlannedRuns } from './PlannedRuns.ts';
import { PublishRule } from './PublishRule.ts';
import { StalledRunSweep } from './StalledRunSweep.ts';
import { WebFirewall } from './WebFirewall.ts';
import { Workers } from './Workers.ts';

export interface PayrollStackProps {
  /** Where schema, workflow and operations lie. */
  readonly root: string;
  readonly bundles: Bundles;
  /** The built dashboard. */
  readonly dashboardDirectory: string;
  /** Whether the API answers `__schema`. */
  readonly introspectionEnabled: boolean;
  /** The dashboard's own name, if it has one. */
  readonly dashboardDomain: DashboardDomain | undefined;
}

/** The whole service, from where data rests to what wakes somebody up. */
export class PayrollStack extends Stack {
  constructor(scope: Construct, id: string, props: PayrollStackProps) {
    const { root, bundles, dashboardDirectory, introspectionEnabled, dashboardDomain } = props;
    super(scope, id, { description: 'Payroll service: GraphQL API, payroll run workflow and their data' });
    const operation = (name: string) => readFileSync(join(root, 'clients', 'operations', `${name}.graphql`), 'utf8');

    // Where data rests
    const encryptionKey = new DataKey(this, 'DataKey');
    const fieldKey = new FieldKey(this, 'FieldKey');
    const table = new PayrollTable(this, 'Table', { encryptionKey });
    const idempotencyTable = new IdempotencyTable(this, 'IdempotencyTable', { encryptionKey });
    const bucket = new PayrollBucket(this, 'Bucket', { encryptionKey });

    // What does the work
    const stateMachineArn = PayrollRunWorkflow.arn(this);
    const workers = new Workers(this, 'Workers', bundles.workerDirectories);
    const workflow = new PayrollRunWorkflow(this, 'PayrollRun', {
      definitionFile: join(root, 'workflows', 'payrollRun.asl.json'),
      workers,
      bucket,
    });

    // How runs start: by a message each, and as their pay groups plan them
    const startDeadLetters = new DeadLetterQueue(this, 'StartDeadLetters', { fifo: true });
    // One in flight per company: ten thousand companies on one pay day do not trip the rate of StartExecution.
    const startQueue = new CompanyQueue(this, 'StartQueue', {
      consumer: workers.named('launchPayrollRun'),
      batchSize: 10,
      deadLetterQueue: startDeadLetters,
    });
    const scheduleDeadLetters = new DeadLetterQueue(this, 'ScheduleDeadLetters', { fifo: false });
    new PlannedRuns(this, 'PlannedRuns', {
      upsertPayGroup: workers.named('upsertPayGroup'),
      startPlannedRun: workers.named('startPlannedRun'),
      deadLetterQueue: scheduleDeadLetters,
    });

    // How payment files leave: by a message each, a company's in their order
    const paymentDeadLetters = new DeadLetterQueue(this, 'PaymentDeadLetters', { fifo: true });
    // In their order, so that a reversal never overtakes the wages that it reverses.
    const paymentQueue = new CompanyQueue(this, 'PaymentQueue', {
      consumer: workers.named('submitPayments'),
      batchSize: 1,
      deadLetterQueue: paymentDeadLetters,
    });

    // Who may call, and what answers
    const userPool = new PayrollUserPool(this, 'UserPool', { addTokenClaims: workers.named('addTokenClaims') });
    const api = new PayrollApi(this, 'Api', {
      schemaFile: join(root, 'schema.graphql'),
      userPool,
      authorizePartner: workers.named('authorizePartner'),
      introspectionEnabled,
      environmentVariables: { TABLE_NAME: table.tableName },
    });
    new FieldResolvers(this, 'Fields', {
      api,
      table,
      workers,
      resolvers: bundles.resolvers,
      bundles: bundles.resolverCode,
    });
    new WebFirewall(this, 'Firewall', { api });

    // What people look at
    const dashboard = new DashboardSite(this, 'Dashboard', {
      directory: dashboardDirectory,
      graphqlUrl: api.graphqlUrl,
      realtimeUrl: (api.node.defaultChild as CfnGraphQLApi).attrRealtimeUrl,
      filesHost: bucket.bucketRegionalDomainName,
      userPoolId: userPool.userPoolId,
      userPoolClientId: userPool.client.userPoolClientId,
      domain: dashboardDomain,
    });

    // How progress reaches subscribers
    const eventBus = new EventBus(this, 'Bus');
    const publishDeadLetters = new DeadLetterQueue(this, 'PublishDeadLetters', { fifo: false });
    new PublishRule(this, 'PublishRunProgress', {
      eventBus,
      api,
      detailType: 'PayrollRunProgressed',
      inputMember: 'progress',
      mutation: 'publishRunProgress',
      operation: operation('publishRunProgress'),
      maxEventAge: Duration.minutes(15),
      deadLetterQueue: publishDeadLetters,
    });
    new PublishRule(this, 'PublishRunStatus', {
      eventBus,
      api,
      detailType: 'PayrollRunStatusChanged',
      inputMember: 'status',
      mutation: 'publishRunStatus',
      operation: operation('publishRunStatus'),
      maxEventAge: Duration.hours(4),
      deadLetterQueue: publishDeadLetters,
    });

    new PublishRule(this, 'PublishPaymentUpdate', {
      eventBus,
      api,
      detailType: 'PaymentUpdated',
      inputMember: 'payment',
      mutation: 'publishPaymentUpdate',
      operation: operation('publishPaymentUpdate'),
      maxEventAge: Duration.hours(4),
      deadLetterQueue: publishDeadLetters,
    });

    new PublishRule(this, 'PublishImportUpdate', {
      eventBus,
      api,
      detailType: 'ImportProgressed',
      inputMember: 'import',
      mutation: 'publishImportUpdate',
      operation: operation('publishImportUpdate'),
      maxEventAge: Duration.minutes(15),
      deadLetterQueue: publishDeadLetters,
    });

    // How exports are written, step by step
    const exportDeadLetters = new DeadLetterQueue(this, 'ExportDeadLetters', { fifo: false });
    new ExportRule(this, 'ExportSteps', {
      eventBus,
      runExport: workers.named('runExport'),
      deadLetterQueue: exportDeadLetters,
    });

    // How files are imported, step by step
    new ImportRule(this, 'ImportSteps', {
      eventBus,
      runImport: workers.named('runImport'),
      deadLetterQueue: exportDeadLetters,
    });

    // What happens when a run stops on its way
    const failureDeadLetters = new DeadLetterQueue(this, 'FailureDeadLetters', { fifo: false });
    new FailedExecutionRule(this, 'FailedPayrollRuns', {
      stateMachineArn,
      failPayrollRun: workers.named('failPayrollRun'),
      deadLetterQueue: failureDeadLetters,
    });

    new DeadLetterRedrive(this, 'DeadLetterRedrive', {
      redriveEveryDeadLetter: workers.named('redriveEveryDeadLetter'),
    });

    new StalledRunSweep(this, 'StalledRuns', { continueStalledRuns: workers.named('continueStalledRuns') });

    // Who may touch what
    workers.grant({
      ...{ table, idempotencyTable, bucket, startQueue, paymentQueue, fieldKey, eventBus, stateMachineArn },
      deadLetterQueues: {
        START: startDeadLetters,
        PAYMENT: paymentDeadLetters,
        PUBLISH: publishDeadLetters,
        SCHEDULE: scheduleDeadLetters,
        FAILURE: failureDeadLetters,
        EXPORT: exportDeadLetters,
      },
    });

    // What wakes somebody up
    const alarms = new PayrollAlarms(this, 'Alarms', {
      encryptionKey,
      api,
      stateMachine: workflow,
      hotPath: [
        'startPayrollRun',
        'launchPayrollRun',
        'preparePayrollRun',
        'calculateSegment',
        'reconcilePayrollRun',
        'payPayrollRun',
        'submitPayments',
        'continueStalledRuns',
      ].map((name) => [name, workers.named(name)]),
      deadLetterQueues: {
        startDeadLetters,
        paymentDeadLetters,
        scheduleDeadLetters,
        publishDeadLetters,
        exportDeadLetters,
        failureDeadLetters,
      },
    });

    // What clients and operators need to know
    const outputs = {
      GraphqlApiId: api.apiId,
      GraphqlUrl: api.graphqlUrl,
      DashboardUrl: dashboard.url,
      UserPoolId: userPool.userPoolId,
      UserPoolClientId: userPool.client.userPoolClientId,
      TableName: table.tableName,
      BucketName: bucket.bucketName,
      StartQueueUrl: startQueue.queueUrl,
      PaymentQueueUrl: paymentQueue.queueUrl,
      StateMachineArn: workflow.stateMachineArn,
      EventBusName: eventBus.eventBusName,
      AlarmTopicArn: alarms.topic.topicArn,
    };
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}
