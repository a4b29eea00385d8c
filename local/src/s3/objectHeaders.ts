import type { IncomingHttpHeaders } from 'node:http';
import { AwsError } from '../AwsError.ts';
import { unsupported } from '../unsupported.ts';
import type { StoredObject } from './ObjectStore.ts';

/** Request headers that are kept with an object and answered with it. */
const KEPT = /^(?:content-type|content-disposition|content-language|cache-control|expires|x-amz-meta-.+)$/;

/** `x-amz-` headers of a write that are acted on elsewhere, or whose only value we have is the one asked for. */
const UNDERSTOOD =
  /^x-amz-(?:meta-.+|date|content-sha256|security-token|user-agent|decoded-content-length|trailer|checksum-.+|sdk-checksum-algorithm|expected-bucket-owner|server-side-encryption|server-side-encryption-aws-kms-key-id)$/;

/** Headers with one value that asks for nothing beyond what every local object has. */
const HARMLESS: Readonly<Record<string, ReadonlySet<string>>> = {
  'x-amz-acl': new Set(['private', 'bucket-owner-full-control']),
  'x-amz-storage-class': new Set(['STANDARD', 'STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA']),
};

/** What a write stores beside the bytes; refuses by name what would change the object in a way that is not emulated. */
export function storedHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const stored: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (typeof value !== 'string') continue;
    if (KEPT.test(name)) stored[name] = value;
    if (name.startsWith('x-amz-') && !UNDERSTOOD.test(name) && !HARMLESS[name]?.has(value))
      unsupported(`${name}: ${value} on an S3 write`);
  }
  const encoding = headers['content-encoding']
    ?.split(',')
    .map((part) => part.trim())
    .filter((part) => part !== 'aws-chunked' && part !== '')
    .join(',');
  if (encoding) stored['content-encoding'] = encoding;
  return stored;
}

/**
 * The inclusive byte range that `Range` asks of an object of `size` bytes; `undefined` means the whole.
 * Throws `InvalidRange` (416) when it starts beyond the end.
 */
export function rangeOf(header: string | undefined, size: number): { start: number; end: number } | undefined {
  if (header === undefined) return undefined;
  if (header.includes(',')) unsupported('several ranges in one S3 GetObject');
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header) ?? [];
  if (first === '' && last === '') return undefined; // RFC 9110: an unreadable Range is as good as none.
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (start > end) {
    throw new AwsError('InvalidRange', 'The requested range is not satisfiable', {
      statusCode: 416,
      extra: { RangeRequested: header, ActualObjectSize: size },
    });
  }
  return { start, end };
}

/** Whether a conditional read needs no body (304). Throws `PreconditionFailed` (412) where the object is not the one asked for. */
export function isNotModified(headers: IncomingHttpHeaders, object: StoredObject): boolean {
  const ifMatch = headers['if-match'];
  const ifNoneMatch = headers['if-none-match'];
  if (
    ifMatch !== undefined ? !names(ifMatch, object) : isModifiedSince(headers['if-unmodified-since'], object) === true
  ) {
    throw new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
      statusCode: 412,
      extra: { Condition: ifMatch === undefined ? 'If-Unmodified-Since' : 'If-Match' },
    });
  }
  if (ifNoneMatch !== undefined) return names(ifNoneMatch, object);
  return isModifiedSince(headers['if-modified-since'], object) === false;
}

function names(condition: string, { etag }: StoredObject): boolean {
  return condition === '*' || condition.split(',').some((name) => name.trim().replaceAll('"', '') === etag);
}

/** HTTP dates count whole seconds; `undefined` when there is no date to compare with. */
function isModifiedSince(date: string | undefined, { modifiedAtMs }: StoredObject): boolean | undefined {
  const sinceMs = Date.parse(date ?? '');
  return Number.isNaN(sinceMs) ? undefined : Math.floor(modifiedAtMs / 1000) * 1000 > sinceMs;
}
