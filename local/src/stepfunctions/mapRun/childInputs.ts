import type { Branch } from '../Branch.ts';
import type { MapItem } from '../Position.ts';
import type { DistributedMap, ItemBatcher, MapState } from '../definition/StateMachineDefinition.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import type { ItemSource } from './ItemSource.ts';

/** The input of one child, and how many items it stands for. */
export interface ChildInput {
  readonly index: number;
  readonly items: number;
  readonly input: Payload;
}

/** Cuts the items into the inputs of children: ItemSelector first, then ItemBatcher. */
export async function* childInputs(
  branch: Branch,
  state: MapState,
  { itemBatcher }: DistributedMap,
  source: ItemSource,
): AsyncIterable<ChildInput> {
  if (itemBatcher) {
    yield* batches(branch, state, itemBatcher, source);
    return;
  }
  let index = 0;
  for (const Value of source.items()) {
    const item = { Index: index, Value, Source: source.name };
    const input = Payload.of(await select(branch, state, item)).withinLimit(state.name);
    yield { index: index++, items: 1, input };
  }
}

async function select(branch: Branch, { itemSelector }: MapState, mapItem: MapItem): Promise<unknown> {
  if (!itemSelector) return mapItem.Value;
  return itemSelector.evaluate(branch.bindings({ mapItem }), branch.site);
}

async function* batches(
  branch: Branch,
  state: MapState,
  batcher: ItemBatcher,
  source: ItemSource,
): AsyncIterable<ChildInput> {
  const bindings = branch.bindings();
  const maxItems = (await batcher.maxItemsPerBatch?.evaluateAs('number', bindings, branch.site)) ?? Infinity;
  const maxBytes = (await batcher.maxInputBytesPerBatch?.evaluateAs('number', bindings, branch.site)) ?? Infinity;
  const shared = batcher.batchInput ? { BatchInput: await batcher.batchInput.evaluate(bindings, branch.site) } : {};
  const frameBytes = Buffer.byteLength(JSON.stringify({ ...shared, Items: [] }));
  let index = 0;
  let itemIndex = 0;
  let batch: unknown[] = [];
  let bytes = frameBytes;
  const close = (): ChildInput => {
    const input = Payload.of({ ...shared, Items: batch }).withinLimit(state.name);
    const closed = { index: index++, items: batch.length, input };
    batch = [];
    bytes = frameBytes;
    return closed;
  };
  for (const Value of source.items()) {
    const item = await select(branch, state, { Index: itemIndex++, Value, Source: source.name });
    const itemBytes = Number.isFinite(maxBytes) ? Buffer.byteLength(JSON.stringify(item)) + 1 : 0;
    if (frameBytes + itemBytes > maxBytes) {
      throw new StatesError(
        'States.DataLimitExceeded',
        `The item at index ${itemIndex - 1} is larger than MaxInputBytesPerBatch (${maxBytes}).`,
      );
    }
    if (batch.length > 0 && (batch.length >= maxItems || bytes + itemBytes > maxBytes)) yield close();
    batch.push(item);
    bytes += itemBytes;
  }
  if (batch.length > 0) yield close();
}
