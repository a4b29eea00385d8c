import type { MutationEvent } from './commands/caller.ts';
import { type StartedRun, type StartPayrollRunInput, startRun } from './commands/startRun.ts';

/** Mutation.startPayrollRun. */
export const handler = (event: MutationEvent<StartPayrollRunInput>): Promise<StartedRun> => startRun(event, Date.now());
