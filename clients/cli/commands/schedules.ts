import { command } from '../Command.ts';
import { PAGE } from './commonParameters.ts';
import { GROUP, SCHEDULE } from './groupParameters.ts';

export const schedules = [
  command({
    name: 'schedules list',
    summary: 'List when each pay group is paid, and what happens at its cut-off.',
    options: PAGE,
    examples: ['schedules list'],
    load: () => import('./schedules/list.ts'),
  }),
  command({
    name: 'schedules set',
    summary: 'Change when a pay group is paid. What is left out stays as it is.',
    words: GROUP,
    options: SCHEDULE,
    examples: ['schedules set weekly --start automatic --cut-off-days=-1 --cut-off-time 17:00'],
    effect: 'CHANGE',
    load: () => import('./schedules/set.ts'),
  }),
  command({
    name: 'schedules upcoming',
    summary: 'List the next runs of a pay group with their deadlines.',
    words: GROUP,
    options: { count: { kind: 'whole', of: 'N', says: 'how many, 1 to 30 (6)' } },
    examples: ['schedules upcoming biweekly --count 12'],
    load: () => import('./schedules/upcoming.ts'),
  }),
];
