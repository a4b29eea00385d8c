import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { ParallelState } from '../definition/StateMachineDefinition.ts';
import { Payload } from '../Payload.ts';
import { runFork } from './runFork.ts';

export async function runParallel(branch: Branch, state: ParallelState): Promise<Outcome> {
  const result = await runFork(branch, {
    state,
    scopeOf: (index) => state.branches[index],
    maxConcurrency: Infinity,
    async prepare() {
      const input = state.arguments
        ? Payload.of(await state.arguments.evaluate(branch.bindings(), branch.site)).withinLimit(state.name)
        : branch.input;
      branch.record('ParallelStateStarted');
      return state.branches.map(() => ({ input, mapItem: branch.position.mapItem }));
    },
    started: (_index, after) => after,
    succeeded: () => undefined,
    failed: () => undefined,
    aborted: () => undefined,
  });
  branch.execution.record('ParallelStateSucceeded', branch.lastEventId);
  return branch.complete(state, result, state.next, { result: result.value });
}
