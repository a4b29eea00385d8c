import { Aws, Duration } from 'aws-cdk-lib';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';

export interface PayrollAlarmsProps {
  readonly encryptionKey: IKey;
  readonly api: IGraphqlApi;
  readonly stateMachine: IStateMachine;
  /** The workers without which no run starts or moves, by name. */
  readonly hotPath: readonly (readonly [name: string, worker: IFunction])[];
  readonly deadLetterQueues: Readonly<Record<string, IQueue>>;
}

const PERIOD = Duration.minutes(5);

/** What needs a person, published to one topic: subscribe the people on call to it. */
export class PayrollAlarms extends Construct {
  readonly topic: Topic;

  constructor(scope: Construct, id: string, props: PayrollAlarmsProps) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { masterKey: props.encryptionKey, enforceSSL: true });
    // A topic with a policy of its own loses the default one, which lets CloudWatch publish: without this, no alarm arrives.
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'PublishAlarms',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );

    for (const [name, queue] of Object.entries(props.deadLetterQueues)) {
      const waiting = queue.metricApproximateNumberOfMessagesVisible({ period: PERIOD, statistic: 'Maximum' });
      this.#atLeastOne(`${name}NotEmpty`, waiting, `Something could not be delivered and waits in ${name}.`);
    }
    const { stateMachine, api } = props;
    this.#atLeastOne('RunsFailed', stateMachine.metricFailed({ period: PERIOD }), 'A payroll run stopped on an error.');
    this.#atLeastOne('RunsTimedOut', stateMachine.metricTimedOut({ period: PERIOD }), 'A payroll run took too long.');
    for (const [name, worker] of props.hotPath) {
      this.#atLeastOne(`${name}Errors`, worker.metricErrors({ period: PERIOD }), `${name} throws.`);
      this.#atLeastOne(
        `${name}Throttles`,
        worker.metricThrottles({ period: PERIOD }),
        `${name} is short of concurrency.`,
      );
    }
    const faults = new Metric({
      namespace: 'AWS/AppSync',
      metricName: '5XXError',
      dimensionsMap: { GraphQLAPIId: api.apiId },
      statistic: 'Sum',
      period: PERIOD,
    });
    this.#atLeastOne('ApiFaults', faults, 'The API answers with server errors.');
  }

  #atLeastOne(id: string, metric: IMetric, alarmDescription: string): void {
    const alarm = new Alarm(this, id, {
      metric,
      alarmDescription,
      threshold: 1,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: 1,
      treatMissingData: TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}
