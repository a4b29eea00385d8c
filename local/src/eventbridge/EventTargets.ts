import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import type { ServicePrincipal } from '../sqs/QueuePolicy.ts';
import { unsupported } from '../unsupported.ts';
import type { BridgeEvent } from './BridgeEvent.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';
import type { Rule, Target } from './Rule.ts';
import { parseInput, sendToFunction, sendToQueue, startExecution } from './targetCalls.ts';

const PRINCIPAL = 'events.amazonaws.com';
const LOG_EVENTS_KEPT = 1_000;

/** Hands events to the targets of rules, each by the API that EventBridge calls on AWS. */
export class EventTargets {
  readonly #cloud: Cloud;
  readonly #forward: (busArn: string, event: BridgeEvent, caller: Caller) => void;
  readonly #logEvents = new Map<string, string[]>();

  /** @param forward puts an event on another bus of this account */
  constructor(cloud: Cloud, forward: (busArn: string, event: BridgeEvent, caller: Caller) => void) {
    this.#cloud = cloud;
    this.#forward = forward;
  }

  /** The latest events that rules sent to a CloudWatch Logs group; there is no other CloudWatch here to read them from. */
  logEventsOf(logGroupArn: string): readonly string[] {
    return this.#logEvents.get(logGroupArn) ?? [];
  }

  /** Refuses by name, at definition, a target that could never be reached. */
  check(target: Target): void {
    const service = serviceOf(target.arn);
    if (!['lambda', 'sqs', 'states', 'events', 'appsync', 'logs'].includes(service)) {
      unsupported(`the rule target ${target.arn}`);
    }
    if (service === 'appsync' && target.graphqlOperation === undefined) {
      unsupported('an AppSync target without AppSyncParameters.GraphQLOperation');
    }
  }

  async send(rule: Rule, target: Target, event: BridgeEvent): Promise<void> {
    const cloud = this.#cloud;
    const input = target.inputOf(event);
    switch (serviceOf(target.arn)) {
      case 'lambda':
        return sendToFunction(cloud, target.arn, input, this.#roleOrPrincipal(rule, target));
      case 'sqs': {
        const caller = this.#roleOrPrincipal(rule, target);
        return sendToQueue(cloud, target.arn, input, caller, { messageGroupId: target.messageGroupId });
      }
      case 'states':
        return startExecution(cloud, target.arn, input, this.#role(target));
      case 'events':
        return this.#forward(target.arn, event, this.#role(target));
      case 'appsync':
        return this.#executeGraphql(target, input);
      default:
        return this.#log(target.arn, input);
    }
  }

  /** Sends what could not be delivered to a rule's dead-letter queue. */
  async sendDeadLetter(
    rule: Rule,
    queueArn: string,
    event: BridgeEvent,
    attributes: Record<string, string>,
  ): Promise<void> {
    await sendToQueue(this.#cloud, queueArn, JSON.stringify(event), this.#principal(rule), { attributes });
  }

  async #executeGraphql(target: Target, input: string): Promise<void> {
    const apiId = target.arn.slice(target.arn.lastIndexOf('/') + 1);
    const variables = parseInput(input) as Record<string, unknown>;
    // Whether EventBridge takes GraphQL errors in a 200 reply for failures is not documented: assumed that it does not.
    await this.#cloud.executeGraphql(apiId, { query: target.graphqlOperation ?? '', variables }, this.#role(target));
  }

  #log(logGroupArn: string, line: string): void {
    const lines = this.#logEvents.get(logGroupArn) ?? [];
    lines.push(line);
    if (lines.length > LOG_EVENTS_KEPT) lines.shift();
    this.#logEvents.set(logGroupArn, lines);
  }

  #role(target: Target): Caller {
    if (target.roleArn !== undefined) return this.#cloud.callerOfRole(target.roleArn);
    throw new DeliveryFailure('NO_PERMISSIONS', `The target ${target.arn} needs a RoleArn.`, false);
  }

  #roleOrPrincipal(rule: Rule, target: Target): Caller {
    return target.roleArn === undefined ? this.#principal(rule) : this.#cloud.callerOfRole(target.roleArn);
  }

  /** EventBridge itself, on behalf of the rule: the policies of queues and functions name both. */
  #principal(rule: Rule): ServicePrincipal {
    const principal = this.#cloud.callerOfRole(PRINCIPAL);
    return {
      arn: PRINCIPAL,
      sourceArn: rule.arn,
      allows: (action, resourceArn, context) =>
        principal.allows(action, resourceArn, { ...context, 'aws:SourceArn': rule.arn }),
    };
  }
}

function serviceOf(arn: string): string {
  return arn.split(':')[2] ?? '';
}
