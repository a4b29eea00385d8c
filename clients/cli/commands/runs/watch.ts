import { isResting, isTerminal } from '../../../sdk/runPhases.ts';
import { followRun } from '../../followRun.ts';
import type { Invocation } from '../../Invocation.ts';

export const run = (invocation: Invocation<{ run: string; until: 'REST' | 'END' | undefined }>): Promise<number> =>
  followRun(invocation, invocation.given.run, invocation.given.until === 'END' ? isTerminal : isResting);
