import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { State } from '../definition/StateMachineDefinition.ts';
import { runChoice } from './runChoice.ts';
import { runDistributedMap } from './runDistributedMap.ts';
import { runFail } from './runFail.ts';
import { runInlineMap } from './runInlineMap.ts';
import { runParallel } from './runParallel.ts';
import { runTask } from './runTask.ts';
import { runWait } from './runWait.ts';

/** Carries out one attempt of the branch's current state. Throws `StatesError`, or `Interrupted`. */
export async function runState(branch: Branch, state: State): Promise<Outcome> {
  switch (state.type) {
    case 'Task':
      return runTask(branch, state);
    case 'Pass':
      return branch.complete(state, branch.input, state.next);
    case 'Succeed':
      return branch.complete({ output: state.output, assign: undefined }, branch.input, undefined);
    case 'Choice':
      return runChoice(branch, state);
    case 'Wait':
      return runWait(branch, state);
    case 'Fail':
      return runFail(branch, state);
    case 'Parallel':
      return runParallel(branch, state);
    case 'Map':
      return state.distributed ? runDistributedMap(branch, state, state.distributed) : runInlineMap(branch, state);
  }
}
