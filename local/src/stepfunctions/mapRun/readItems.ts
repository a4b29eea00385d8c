import { AwsError } from '../../AwsError.ts';
import type { Branch } from '../Branch.ts';
import type { ItemReader } from '../definition/StateMachineDefinition.ts';
import { csvSource } from './csvSource.ts';
import { arraySource, type ItemSource, lengthOf } from './ItemSource.ts';
import { readerFailed } from './readerFailed.ts';

/** Reads a Distributed Map's items from S3 as the machine's role. Throws `States.ItemReaderFailed`. */
export async function readItems(branch: Branch, reader: ItemReader): Promise<ItemSource> {
  const { engine, caller } = branch.execution;
  const { Bucket, Key } = (await reader.arguments.evaluate(branch.bindings(), branch.site)) as {
    Bucket: string;
    Key: string;
  };
  const maxItems = await reader.maxItems?.evaluateAs('number', branch.bindings(), branch.site);
  if (maxItems !== undefined && !(Number.isInteger(maxItems) && maxItems > 0))
    throw readerFailed('field MaxItems must be positive');
  let body: Buffer;
  try {
    body = await engine.cloud.getObject(Bucket, Key, caller);
  } catch (thrown) {
    if (thrown instanceof AwsError) throw readerFailed(thrown.message);
    throw thrown;
  }
  const source = sourceOf(reader, `S3://${Bucket}/${Key}`, body);
  return maxItems === undefined ? source : limited(source, maxItems);
}

function sourceOf(reader: ItemReader, name: string, body: Buffer): ItemSource {
  switch (reader.inputType) {
    case 'JSON':
      return arraySource(jsonItems(body, reader.itemsPointer), name);
    case 'JSONL':
      return { name, items: () => jsonLines(body), count: () => countLines(body) };
    case 'CSV':
      return csvSource(name, body.toString('utf8'), reader.csvDelimiter, reader.csvHeaders);
  }
}

function jsonItems(body: Buffer, pointer: string | undefined): unknown[] {
  let value: unknown = parse(body.toString('utf8'));
  for (const step of pointer?.split('/').slice(1) ?? []) {
    const name = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  }
  if (Array.isArray(value)) return value;
  if (typeof value === 'object' && value !== null && pointer === undefined)
    throw readerFailed('Attempting to map over non-iterable node.');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).map(([Key, Value]: [string, unknown]) => ({ Key, Value }));
  }
  throw readerFailed('Attempting to map over non-iterable node.');
}

function* lines(body: Buffer): Iterable<Buffer> {
  for (let start = 0; start < body.length;) {
    const found = body.indexOf(10, start);
    const end = found < 0 ? body.length : found;
    if (body.subarray(start, end).some((byte) => byte > 32)) yield body.subarray(start, end);
    start = end + 1;
  }
}

function* jsonLines(body: Buffer): Iterable<unknown> {
  for (const line of lines(body)) yield parse(line.toString('utf8'));
}

function countLines(body: Buffer): number {
  return lengthOf(lines(body));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw readerFailed(`The file could not be parsed: ${(error as Error).message}`);
  }
}

function limited(source: ItemSource, maxItems: number): ItemSource {
  return {
    name: source.name,
    *items() {
      let left = maxItems;
      for (const item of source.items()) {
        if (left-- <= 0) return;
        yield item;
      }
    },
    count: () => Math.min(source.count(), maxItems),
  };
}
