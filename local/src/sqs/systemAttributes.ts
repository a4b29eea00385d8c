import type { StoredMessage } from './MessageStore.ts';
import { sequenceNumber } from './sequenceNumber.ts';

/** The attributes that SQS itself gives a message, all of them as strings; absent ones are left out. */
export function systemAttributes(message: StoredMessage, fifo: boolean): Record<string, string> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAtMs),
    SenderId: message.senderId,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAtMs),
    ...(fifo && { SequenceNumber: sequenceNumber(message.sequence) }),
    ...(message.groupId !== null && { MessageGroupId: message.groupId }),
    ...(message.deduplicationId !== null && { MessageDeduplicationId: message.deduplicationId }),
    ...(message.traceHeader !== null && { AWSTraceHeader: message.traceHeader }),
    ...(message.deadLetterSourceArn !== null && { DeadLetterQueueSourceArn: message.deadLetterSourceArn }),
  };
}
