import { command } from '../Command.ts';
import { RUN } from './commonParameters.ts';

const HOOK = {
  hook: { kind: 'text', of: 'HOOK', says: 'the hook, by the name that the company chose', required: true },
} as const;

export const hooks = [
  command({
    name: 'hooks list',
    summary: 'List what the company asked to be told, or to be asked, in the course of a run.',
    examples: ['hooks list'],
    load: () => import('./hooks/list.ts'),
  }),
  command({
    name: 'hooks set',
    summary: 'Create or replace a hook.',
    words: HOOK,
    options: {
      point: {
        kind: 'choice',
        values: ['BEFORE_CALCULATE', 'BEFORE_PAY', 'AFTER_PAY', 'ON_FAILURE'],
        says: 'when',
        required: true,
      },
      group: { kind: 'text', of: 'ID', says: 'runs of this pay group alone' },
      blocking: { kind: 'flag', says: 'the run waits for "hooks complete"' },
      waits: { kind: 'whole', of: 'SECONDS', says: 'how long it waits, 60 to 604800' },
      onTimeout: { kind: 'choice', values: ['CONTINUE', 'STOP'], says: 'what happens when nobody answers (STOP)' },
    },
    examples: ['hooks set review --point before-pay --blocking --waits 86400'],
    effect: 'CHANGE',
    load: () => import('./hooks/set.ts'),
  }),
  command({
    name: 'hooks delete',
    summary: 'Delete a hook. Runs that are under way keep theirs.',
    words: HOOK,
    examples: ['hooks delete review'],
    effect: 'CHANGE',
    load: () => import('./hooks/delete.ts'),
  }),
  command({
    name: 'hooks complete',
    summary: 'Answer a blocking hook: the run continues or stops.',
    words: { ...RUN, ...HOOK },
    options: {
      outcome: { kind: 'choice', values: ['CONTINUE', 'STOP'], says: 'what the run is to do', required: true },
      reason: { kind: 'text', of: 'TEXT', says: 'why; needed for STOP' },
    },
    examples: ['hooks complete run_2a review --outcome continue'],
    effect: 'CHANGE',
    load: () => import('./hooks/complete.ts'),
  }),
  command({
    name: 'hooks calls',
    summary: 'List the calls of hooks in one run.',
    words: RUN,
    examples: ['hooks calls run_2a'],
    load: () => import('./hooks/calls.ts'),
  }),
];
