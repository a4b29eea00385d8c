import { createHash } from 'node:crypto';
import type { ImportRecord } from '../../table/importJob.ts';
import { uploadParts } from './importFiles.ts';

/** Where the rows of one step begin and end in the file. */
export interface FilePart {
  fromByte: number;
  toByte: number;
  /** The number of its first line, from 1. */
  fromLine: number;
}

/** What was found out about a file before any of its rows is taken. */
export interface FilePlan {
  parts: FilePart[];
  rowCount: number;
  /** By the line of a row whose external id an earlier row has: that row's line. */
  repeats: Record<string, number>;
}

/** Rows of one step: written within seconds, and few enough that a step which died costs little. */
const LINES_PER_PART = 2_000;

/** A row of the API has at most 999,999 bytes. */
const LONGEST_LINE_BYTES = 1_000_000;

const MOST_LINES = 1_000_000;

const NEWLINE = 10;

/** Reads a file once, a part at a time: its hash, where its lines lie, and which rows repeat an external id; or why it cannot be imported. */
export async function readWholeFile(record: ImportRecord): Promise<FilePlan | { reason: string }> {
  const hash = createHash('sha256');
  const seen = new Map<string, number>();
  const repeats: Record<string, number> = {};
  const parts: FilePart[] = [];
  let rowCount = 0;
  let line = 0;
  let at = 0;
  let left: Uint8Array = new Uint8Array(0);
  let part: FilePart = { fromByte: 0, toByte: 0, fromLine: 1 };
  const take = (bytes: Uint8Array, endByte: number) => {
    line += 1;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    if (text.trim() !== '') {
      rowCount += 1;
      const externalId = externalIdOf(text);
      const first = externalId === undefined ? undefined : seen.get(externalId);
      if (first !== undefined) repeats[line] = first;
      else if (externalId !== undefined) seen.set(externalId, line);
    }
    part.toByte = endByte;
    if (line - part.fromLine + 1 < LINES_PER_PART) return;
    parts.push(part);
    part = { fromByte: endByte, toByte: endByte, fromLine: line + 1 };
  };
  for await (const bytes of uploadParts(record, record.sizeBytes)) {
    hash.update(bytes);
    const block = left.length === 0 ? bytes : Buffer.concat([left, bytes]);
    const blockAt = at - left.length;
    let start = 0;
    for (let end = block.indexOf(NEWLINE); end >= 0; end = block.indexOf(NEWLINE, start)) {
      if (end - start > LONGEST_LINE_BYTES) return tooLong(line + 1);
      take(block.subarray(start, end), blockAt + end + 1);
      start = end + 1;
    }
    left = block.slice(start);
    if (left.length > LONGEST_LINE_BYTES) return tooLong(line + 1);
    at += bytes.length;
    if (line > MOST_LINES)
      return { reason: `The file has more than ${MOST_LINES.toLocaleString('en-US')} lines. Split it.` };
  }
  if (left.length > 0) take(left, at);
  if (part.toByte > part.fromByte) parts.push(part);
  if (hash.digest('hex') !== record.sha256)
    return { reason: 'The file is not the one whose sha256 was announced. Announce and send it again.' };
  if (rowCount === 0) return { reason: 'The file has no rows. Send one JSON object a line.' };
  return { parts, rowCount, repeats };
}

const tooLong = (line: number) => ({
  reason: `Line ${line} has more than ${LONGEST_LINE_BYTES.toLocaleString('en-US')} bytes. Send one JSON object a line.`,
});

function externalIdOf(text: string): string | undefined {
  try {
    const row: unknown = JSON.parse(text);
    const given = row !== null && typeof row === 'object' ? (row as { externalId?: unknown }).externalId : undefined;
    return typeof given === 'string' ? given : undefined;
  } catch {
    return undefined; // refused with its line when its turn comes
  }
}
