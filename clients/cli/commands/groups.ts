import { command } from '../Command.ts';
import { GROUP, SCHEDULE } from './groupParameters.ts';
import { PAGE } from './commonParameters.ts';

export const groups = [
  command({
    name: 'groups list',
    summary: 'List the pay groups.',
    options: PAGE,
    examples: ['groups list'],
    load: () => import('./groups/list.ts'),
  }),
  command({
    name: 'groups set',
    summary: 'Create or change a pay group. What is left out stays as it is.',
    words: GROUP,
    options: {
      name: { kind: 'text', of: 'NAME', says: 'its name; needed for a new group' },
      approval: { kind: 'choice', values: ['REQUIRED', 'AUTOMATIC'], says: 'who approves its runs' },
      funding: { kind: 'text', of: 'ID', says: 'the funding account that wages are paid from; "none" for none' },
      ...SCHEDULE,
    },
    examples: [
      'groups set weekly --name "Warehouse" --frequency weekly --anchor 2026-01-05',
      'groups set weekly --funding main',
    ],
    effect: 'CHANGE',
    load: () => import('./groups/set.ts'),
  }),
];
