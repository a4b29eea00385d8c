import { Validations } from 'aws-cdk-lib';
import type { Duration } from 'aws-cdk-lib';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { AppSync } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ServiceRole } from './ServiceRole.ts';

export interface PublishRuleProps {
  readonly eventBus: EventBus;
  readonly api: IGraphqlApi;
  /** The kind of event that is handed on. */
  readonly detailType: string;
  /** The member of the event's detail that is the mutation's `input`. */
  readonly inputMember: string;
  /** The mutation, and the only field that the rule may touch. */
  readonly mutation: string;
  /**
   * The document that calls it. It selects every field a subscriber may ask for: what it leaves out arrives as null.
   */
  readonly operation: string;
  /** How long an undelivered event is worth trying. Subscribers fill gaps by a query. */
  readonly maxEventAge: Duration;
  readonly deadLetterQueue: IQueue;
}

/** Hands events of the bus to subscribers, by calling the mutation that they subscribe to. */
export class PublishRule extends Rule {
  constructor(scope: Construct, id: string, props: PublishRuleProps) {
    super(scope, id, { eventBus: props.eventBus, eventPattern: { detailType: [props.detailType] } });
    Validations.of(props.deadLetterQueue).acknowledge({
      id: 'AwsSolutions-SQS3',
      reason: 'It is the dead-letter queue of a rule; the check only knows those of queues and functions.',
    });
    const role = new ServiceRole(this, 'Role', {
      service: 'events.amazonaws.com',
      permissions: [
        { actions: ['appsync:GraphQL'], resources: [`${props.api.arn}/types/Mutation/fields/${props.mutation}`] },
      ],
    });
    this.addTarget(
      new AppSync(props.api, {
        graphQLOperation: props.operation,
        variables: RuleTargetInput.fromObject({ input: EventField.fromPath(`$.detail.${props.inputMember}`) }),
        eventRole: role.withoutPolicyUpdates(),
        retryAttempts: 20,
        maxEventAge: props.maxEventAge,
        deadLetterQueue: props.deadLetterQueue,
      }),
    );
  }
}
