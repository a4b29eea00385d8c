import { command } from '../Command.ts';

export const deadLetters = [
  command({
    name: 'dead-letters list',
    summary: 'List work that was given up after its retries.',
    examples: ['dead-letters list'],
    load: () => import('./deadLetters/list.ts'),
  }),
  command({
    name: 'dead-letters redrive',
    summary: 'Send it through its queue again. Sent twice, it has its effect once.',
    words: {
      queue: {
        kind: 'choice',
        values: ['START', 'PAYMENT', 'PUBLISH', 'SCHEDULE', 'FAILURE', 'EXPORT'],
        says: 'the queue, as "dead-letters list" shows it',
        required: true,
      },
    },
    examples: ['dead-letters redrive start'],
    effect: 'CHANGE',
    load: () => import('./deadLetters/redrive.ts'),
  }),
];
