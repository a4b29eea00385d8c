import { randomUUID } from 'node:crypto';
import type { Cloud } from './Cloud.ts';
import type { KeepFailedEvent } from './eventbridge/Deliveries.ts';
import { sendToQueue } from './eventbridge/targetCalls.ts';
import type { Template } from './template/Template.ts';
import { unsupported } from './unsupported.ts';

/** Lambda writes down this much of what the function threw. */
const MAX_ERROR_MESSAGE_BYTES = 1024;

interface DeadLetterTarget {
  readonly queueArn: string;
  readonly roleArn: string;
}

/**
 * The `DeadLetterConfig` of the template's functions: where Lambda puts an event of an asynchronous invocation that its
 * function failed on to the last retry. Lambda sends as the function's role; what it may not send is gone, as on AWS.
 */
export class FunctionDeadLetters {
  readonly #cloud: Cloud;
  readonly #targets: ReadonlyMap<string, DeadLetterTarget>;

  constructor(cloud: Cloud, template: Template) {
    this.#cloud = cloud;
    this.#targets = new Map(
      template.resourcesOfType('AWS::Lambda::Function').flatMap(({ arn = '', properties }) => {
        const config = properties['DeadLetterConfig'] as { TargetArn?: string } | undefined;
        if (config?.TargetArn === undefined) return [];
        if (config.TargetArn.split(':')[2] !== 'sqs') unsupported(`the dead-letter target ${config.TargetArn}`);
        return [[arn, { queueArn: config.TargetArn, roleArn: String(properties['Role']) }]];
      }),
    );
  }

  readonly keep: KeepFailedEvent = async ({ functionArn, event }, errorMessage) => {
    const target = this.#targets.get(functionArn);
    if (!target) return 'the function has no dead-letter queue';
    await sendToQueue(this.#cloud, target.queueArn, event, this.#cloud.callerOfRole(target.roleArn), {
      // Lambda Developer Guide, "Adding a dead-letter queue". The status is the invocation's, which a thrown error leaves at 200.
      attributes: {
        RequestID: randomUUID(),
        ErrorCode: 200,
        ErrorMessage: Buffer.from(errorMessage).subarray(0, MAX_ERROR_MESSAGE_BYTES).toString(),
      },
    });
    return undefined;
  };
}
