import { unsupported } from '../unsupported.ts';
import { checkCharacters } from './checkCharacters.ts';
import { attributesBytes, readMessageAttributes, type MessageAttributes } from './messageAttributes.ts';
import { type Parameters } from './Parameters.ts';
import type { OutgoingMessage, Queue } from './Queue.ts';
import { invalidValue, sqsError } from './sqsError.ts';

const FIFO_ID = /^[\x21-\x7e]{1,128}$/;

export interface ReadMessage extends OutgoingMessage {
  readonly attributes: MessageAttributes | undefined;
  readonly bytes: number;
}

/** Reads and checks the message of a `SendMessage`, or of one entry of a `SendMessageBatch`. */
export function readOutgoingMessage(parameters: Parameters, queue: Queue, senderId: string): ReadMessage {
  const body = parameters.requiredString('MessageBody');
  checkCharacters(body);
  const attributes = readMessageAttributes(parameters);
  const bytes = Buffer.byteLength(body) + attributesBytes(attributes);
  if (bytes > queue.attributes.maximumMessageBytes) {
    throw sqsError(
      'InvalidParameterValueException',
      `One or more parameters are invalid. Reason: Message must be shorter than ${queue.attributes.maximumMessageBytes} bytes.`,
    );
  }
  return {
    body,
    attributes,
    bytes,
    attributesJson: attributes ? JSON.stringify(attributes) : null,
    traceHeader: readTraceHeader(parameters),
    senderId,
    groupId: readGroupId(parameters, queue),
    deduplicationId: readDeduplicationId(parameters, queue),
    delayMs: readDelayMs(parameters, queue),
  };
}

function readGroupId(parameters: Parameters, queue: Queue): string | undefined {
  const groupId = parameters.string('MessageGroupId');
  if (groupId === undefined && queue.attributes.fifo) {
    throw sqsError('MissingRequiredParameterException', 'The request must contain the parameter MessageGroupId.');
  }
  if (groupId !== undefined) checkFifoId('MessageGroupId', groupId);
  return groupId;
}

function readDeduplicationId(parameters: Parameters, queue: Queue): string | undefined {
  const deduplicationId = parameters.string('MessageDeduplicationId');
  if (deduplicationId === undefined) return undefined;
  if (!queue.attributes.fifo) {
    const reason = 'The request include parameter that is not valid for this queue type.';
    throw invalidValue('MessageDeduplicationId', deduplicationId, reason);
  }
  checkFifoId('MessageDeduplicationId', deduplicationId);
  return deduplicationId;
}

function checkFifoId(parameter: string, id: string): void {
  if (FIFO_ID.test(id)) return;
  const reason = `${parameter} can only include alphanumeric and punctuation characters. 1 to 128 in length.`;
  throw invalidValue(parameter, id, reason);
}

function readDelayMs(parameters: Parameters, queue: Queue): number | undefined {
  const delaySeconds = parameters.integer('DelaySeconds');
  if (delaySeconds === undefined) return undefined;
  if (delaySeconds < 0 || delaySeconds > 900) {
    throw invalidValue('DelaySeconds', delaySeconds, 'DelaySeconds must be >= 0 and <= 900.');
  }
  if (queue.attributes.fifo) {
    // A FIFO queue has one delay for all; clients that send an explicit 0 are let through.
    if (delaySeconds === 0) return undefined;
    const reason = 'The request include parameter that is not valid for this queue type.';
    throw invalidValue('DelaySeconds', delaySeconds, reason);
  }
  return delaySeconds * 1000;
}

function readTraceHeader(parameters: Parameters): string | null {
  const system = parameters.record('MessageSystemAttributes') ?? {};
  for (const name of Object.keys(system)) {
    if (name !== 'AWSTraceHeader') unsupported(`the message system attribute ${name}`);
  }
  const header = system['AWSTraceHeader'] as { StringValue?: string } | undefined;
  return header?.StringValue ?? null;
}
