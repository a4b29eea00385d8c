import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { zipArchive } from '../../../workers/exports/zipArchive.ts';
import { zipEntry } from '../../../workers/exports/zipEntry.ts';

async function archiveOf(pieces: Iterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipArchive(eachOf(pieces))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* eachOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* pieces;
}

const text = (content: string) => Buffer.from(content);

test('files come out of an archive as they went in, however they are cut into pieces', async () => {
  const contents = ['', 'short', 'the same again and again '.repeat(500)];
  const entries = contents.map((content, index) => zipEntry(`slip_${index}.html`, text(content)));
  for (const pieces of [entries, [Buffer.concat(entries)], [entries[0] ?? text(''), Buffer.concat(entries.slice(1))]]) {
    const files = unzipSync(await archiveOf(pieces));
    expect(Object.values(files).map((content) => strFromU8(content))).toEqual(contents);
    expect(Object.keys(files)).toEqual(['slip_0.html', 'slip_1.html', 'slip_2.html']);
  }
});

test('what does not get smaller is stored, and everything else is compressed', () => {
  const random = Buffer.from(Array.from({ length: 2000 }, (_, index) => (index * 7919 * (index + 13)) % 256));
  expect(zipEntry('a', text('a'.repeat(2000))).length).toBeLessThan(100);
  expect(zipEntry('a', random).length).toBeLessThanOrEqual(random.length + 31);
});

test('a run without payslips is an empty archive', async () => {
  expect(unzipSync(await archiveOf([]))).toEqual({});
});

test('more files than 16 bits can count are all in the archive', async () => {
  const count = 70_000;
  const archive = await archiveOf([
    Buffer.concat(Array.from({ length: count }, (_, index) => zipEntry(`slip_${index}.html`, text(`${index}`)))),
  ]);
  const files = unzipSync(archive);
  expect(Object.keys(files).length).toBe(count);
  expect(strFromU8(files['slip_69999.html'] ?? new Uint8Array())).toBe('69999');
});

test('a file beyond 4 GiB is found where it is', async () => {
  // One piece of 64 MiB again and again: 70 of them, of which only the directory is kept.
  const piece = zipEntry('slip.pdf', Buffer.alloc(0));
  const large = Buffer.alloc(64 * 1024 * 1024);
  piece.copy(large);
  const size = large.length - piece.length;
  for (const at of [18, 22]) large.writeUInt32LE(size, at);
  const pieces = Array.from({ length: 70 }, () => large);
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipArchive(eachOf(pieces))) if (chunk !== large) chunks.push(chunk);
  const tail = Buffer.concat(chunks);
  const entryBytes = 46 + 'slip.pdf'.length;
  const near = 64;
  const last = near * entryBytes + 5 * (entryBytes + 12);
  expect(tail.readUInt32LE(last + 42)).toBe(0xffffffff);
  expect(tail.readBigUInt64LE(last + entryBytes + 4)).toBe(69n * BigInt(large.length));
  const end64 = tail.length - 22 - 20 - 56;
  expect(tail.readBigUInt64LE(end64 + 32)).toBe(70n);
  expect(tail.readBigUInt64LE(end64 + 48)).toBe(70n * BigInt(large.length));
});
