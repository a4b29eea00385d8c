import { DeadLettersDocument } from '../../../generated/operations/graphql.ts';
import type { Invocation } from '../../Invocation.ts';
import { printList } from '../../printList.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { deadLetters } = await invocation.read(DeadLettersDocument, {});
  return printList(invocation, deadLetters, {
    headings: ['QUEUE', 'RUN', 'SENT', 'TRIED', 'WHAT'],
    cells: ({ queue, runId, sentAt, receiveCount, description }) => [queue, runId, sentAt, receiveCount, description],
    none: 'Nothing was given up.',
  });
}
