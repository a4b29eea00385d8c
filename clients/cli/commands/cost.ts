import { command } from '../Command.ts';

export const cost = [
  command({
    name: 'cost estimate',
    summary: "Show what a run of a group of this size costs at AWS's published prices.",
    words: { employees: { kind: 'whole', of: 'EMPLOYEES', says: 'how many employees', required: true } },
    examples: ['cost estimate 10000'],
    load: () => import('./cost/estimate.ts'),
  }),
];
