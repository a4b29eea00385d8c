import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { MapItem } from '../Position.ts';
import type { MapState } from '../definition/StateMachineDefinition.ts';
import { MAX_INLINE_CONCURRENCY } from '../limits.ts';
import { STATE_DATA } from '../mapRun/ItemSource.ts';
import { Payload } from '../Payload.ts';
import { mapItems } from './mapItems.ts';
import { runFork } from './runFork.ts';

/** A Map whose iterations are part of this execution, at most 40 at a time as on AWS. */
export async function runInlineMap(branch: Branch, state: MapState): Promise<Outcome> {
  const { execution } = branch;
  const wanted = (await state.maxConcurrency?.evaluateAs('number', branch.bindings(), branch.site)) ?? 0;
  const about = (index: number) => () => ({ index, name: state.name });
  const result = await runFork(branch, {
    state,
    scopeOf: () => state.processor,
    maxConcurrency: Math.min(wanted === 0 ? Infinity : wanted, MAX_INLINE_CONCURRENCY),
    async prepare() {
      const items = await mapItems(branch, state);
      const children: { input: Payload; mapItem: MapItem }[] = [];
      for (const [Index, Value] of items.entries()) {
        const mapItem = { Index, Value, Source: STATE_DATA };
        const input = state.itemSelector
          ? await state.itemSelector.evaluate(branch.bindings({ mapItem }), branch.site)
          : Value;
        children.push({ input: Payload.of(input).withinLimit(state.name), mapItem });
      }
      branch.record('MapStateStarted', () => ({ length: items.length }));
      return children;
    },
    started: (index, after) => execution.record('MapIterationStarted', after, about(index)),
    succeeded: (index, child) => execution.record('MapIterationSucceeded', child.lastEventId, about(index)),
    // As recorded on AWS, these do not become the event that the next one follows.
    failed: (index, child) => execution.record('MapIterationFailed', child.lastEventId, about(index)),
    aborted: (index, after) => execution.record('MapIterationAborted', after, about(index)),
  });
  execution.record('MapStateSucceeded', branch.lastEventId);
  return branch.complete(state, result, state.next, { result: result.value });
}
