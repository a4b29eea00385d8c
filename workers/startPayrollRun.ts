import { mutationHandler } from './commands/mutationHandler.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { startRun } from './commands/startRun.ts';

/** Mutation.startPayrollRun. */
export const handler = mutationHandler((event: MutationEvent<'startPayrollRun'>) => startRun(event, Date.now()));
