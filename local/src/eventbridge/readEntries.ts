import { randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import { eventTime, type BridgeEvent } from './BridgeEvent.ts';

/** One entry of `PutEvents`, as the API has it. */
interface PutEventsEntry {
  /** Seconds since the epoch. */
  readonly Time?: number;
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly Resources?: readonly string[];
  readonly EventBusName?: string;
}

/** What became of an entry: an event for a bus, or the refusal of this entry alone. */
export type ReadEntry =
  | { readonly event: BridgeEvent; readonly busName: string; readonly refusal?: undefined }
  | { readonly refusal: { readonly ErrorCode: string; readonly ErrorMessage: string } };

const MAX_ENTRIES = 10;
const MAX_BYTES = 1_048_576;
const KNOWN = new Set(['Time', 'Source', 'DetailType', 'Detail', 'Resources', 'EventBusName']);

/** Reads the entries of a `PutEvents`. Throws only for what fails the request as a whole. */
export function readEntries(cloud: Cloud, input: unknown): ReadEntry[] {
  if (!Array.isArray(input) || input.length < 1 || input.length > MAX_ENTRIES) {
    const bound =
      Array.isArray(input) && input.length > MAX_ENTRIES ? 'less than or equal to 10' : 'greater than or equal to 1';
    throw new AwsError(
      'ValidationException',
      `1 validation error detected: Value at 'entries' failed to satisfy constraint: Member must have length ${bound}`,
    );
  }
  const entries = input as PutEventsEntry[];
  if (entries.reduce((bytes, entry) => bytes + entryBytes(entry), 0) >= MAX_BYTES) {
    throw new AwsError('ValidationException', 'Total size of the entries in the request is over the limit.');
  }
  return entries.map((entry) => readEntry(cloud, entry));
}

function readEntry(cloud: Cloud, entry: PutEventsEntry): ReadEntry {
  for (const name of Object.keys(entry)) if (!KNOWN.has(name)) unsupported(`${name} in an entry of PutEvents`);
  for (const name of ['Source', 'DetailType', 'Detail'] as const) {
    if (!entry[name])
      return refuse('InvalidArgument', `Parameter ${name} is not valid. Reason: ${name} is a required argument.`);
  }
  const { Source = '', DetailType = '', Detail = '', Resources = [], Time, EventBusName = 'default' } = entry;
  if (Source.startsWith('aws.')) return refuse('NotAuthorizedForSourceException', 'Not authorized for the source.');
  const detail = parseDetail(Detail);
  if (!detail) return refuse('MalformedDetail', 'Detail is malformed.');
  const event: BridgeEvent = {
    version: '0',
    id: randomUUID(),
    'detail-type': DetailType,
    source: Source,
    account: cloud.accountId,
    time: eventTime(Time === undefined ? cloud.clock.now() : Time * 1000),
    region: cloud.region,
    resources: Resources,
    detail,
  };
  return { event, busName: EventBusName.slice(EventBusName.lastIndexOf('/') + 1) };
}

function refuse(ErrorCode: string, ErrorMessage: string): ReadEntry {
  return { refusal: { ErrorCode, ErrorMessage } };
}

function parseDetail(text: string): Record<string, unknown> | undefined {
  try {
    const detail: unknown = JSON.parse(text);
    const isObject = typeof detail === 'object' && detail !== null && !Array.isArray(detail);
    return isObject ? (detail as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** EventBridge User Guide, "Calculating PutEvents event entry size": a time counts 14 bytes. */
function entryBytes({ Time, Source, DetailType, Detail, Resources = [] }: PutEventsEntry): number {
  let bytes = Time === undefined ? 0 : 14;
  for (const text of [Source, DetailType, Detail, ...Resources]) bytes += Buffer.byteLength(text ?? '');
  return bytes;
}
