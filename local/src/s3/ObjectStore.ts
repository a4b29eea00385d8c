import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { pipeline } from 'node:stream/promises';
import { inTransaction } from '../inTransaction.ts';
import { openDatabase } from '../openDatabase.ts';
import type { Checksum } from './checksums.ts';

/** An object as the metadata table knows it. */
export interface StoredObject {
  bucket: string;
  key: string;
  /** Name of its file under the bucket's folder; a new one for each write, so that a reader never sees half of each. */
  file: string;
  size: number;
  /** Without quotes: the MD5 of the bytes, or of the parts' MD5s with `-<parts>`. */
  etag: string;
  modifiedAtMs: number;
  /** Headers that are answered with the object: content type, `x-amz-meta-*` and the like. */
  headers: Record<string, string>;
  checksum: Checksum | undefined;
}

/** A file that has been written whole but that no object points to yet. */
export interface WrittenFile {
  file: string;
  size: number;
  etag: string;
}

type Row = Record<string, string | number | null>;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS objects (
    bucket TEXT NOT NULL, key TEXT NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    modified_at_ms INTEGER NOT NULL, headers TEXT NOT NULL, checksum_algorithm TEXT, checksum TEXT,
    PRIMARY KEY (bucket, key)
  ) WITHOUT ROWID;
`;

/**
 * Objects as files, named by metadata in SQLite. Keys never become file names: they may be 1,024 bytes long, hold `..`,
 * differ only in case, or be the folder of another key. Several threads may share one store. A crash between the file
 * and its row leaves a file that nothing points to: space, never a wrong object.
 */
export class ObjectStore {
  readonly database: DatabaseSync;
  readonly #directory: string;
  readonly #find: StatementSync;
  readonly #upsert: StatementSync;
  readonly #remove: StatementSync;
  readonly #page: StatementSync;
  readonly #expired: StatementSync;

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'objects');
    this.database = openDatabase(join(dataDirectory, 's3.sqlite'));
    this.database.exec(SCHEMA);
    this.#find = this.database.prepare('SELECT * FROM objects WHERE bucket = ? AND key = ?');
    this.#upsert = this.database.prepare('INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
    this.#remove = this.database.prepare('DELETE FROM objects WHERE bucket = ? AND key = ?');
    this.#page = this.database.prepare(
      'SELECT * FROM objects WHERE bucket = ? AND key >= ? AND key > ? ORDER BY key LIMIT ?',
    );
    this.#expired = this.database.prepare(
      'SELECT * FROM objects WHERE bucket = ? AND key >= ? AND modified_at_ms <= ?',
    );
  }

  find(bucket: string, key: string): StoredObject | undefined {
    const row = this.#find.get(bucket, key) as Row | undefined;
    return row && objectOf(row);
  }

  /** Objects in UTF-8 order of their keys, from `prefix` on and after `afterKey`. */
  page(bucket: string, prefix: string, afterKey: string, limit: number): StoredObject[] {
    return (this.#page.all(bucket, prefix, afterKey, limit) as Row[]).map(objectOf);
  }

  expired(bucket: string, prefix: string, modifiedUntilMs: number): StoredObject[] {
    const rows = this.#expired.all(bucket, prefix, modifiedUntilMs) as Row[];
    return rows.map(objectOf).filter(({ key }) => key.startsWith(prefix));
  }

  /** The whole object, or the bytes from `start` to `end` (inclusive); `undefined` when it was deleted meanwhile. */
  async read(object: StoredObject, range?: { start: number; end: number }): Promise<Buffer | undefined> {
    try {
      if (!range) return await readFile(this.#path(object.bucket, object.file));
      await using handle = await open(this.#path(object.bucket, object.file));
      const bytes = Buffer.alloc(range.end - range.start + 1);
      await handle.read(bytes, 0, bytes.length, range.start);
      return bytes;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** Writes bytes under a name that nothing points to yet. */
  async write(bucket: string, body: Buffer): Promise<WrittenFile> {
    const file = randomUUID();
    const path = this.#path(bucket, file);
    try {
      await writeFile(`${path}.partial`, body);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(join(this.#directory, bucket), { recursive: true });
      await writeFile(`${path}.partial`, body);
    }
    await rename(`${path}.partial`, path);
    return { file, size: body.length, etag: createHash('md5').update(body).digest('hex') };
  }

  /** Writes the parts of a multipart upload one after the other, without holding them in memory. */
  async concatenate(bucket: string, parts: readonly WrittenFile[]): Promise<WrittenFile> {
    const file = randomUUID();
    const path = this.#path(bucket, file);
    for (const part of parts) {
      await pipeline(
        createReadStream(this.#path(bucket, part.file)),
        createWriteStream(`${path}.partial`, { flags: 'a' }),
      );
    }
    await rename(`${path}.partial`, path);
    const digests = Buffer.concat(parts.map(({ etag }) => Buffer.from(etag, 'hex')));
    return {
      file,
      size: parts.reduce((sum, { size }) => sum + size, 0),
      etag: `${createHash('md5').update(digests).digest('hex')}-${parts.length}`,
    };
  }

  /**
   * Makes `object` the one under its key, in one transaction with `check`, which is shown the object that was there and
   * throws to refuse. The file of whichever object lost is removed.
   */
  async commit(object: StoredObject, check: (existing: StoredObject | undefined) => void): Promise<void> {
    let existing: StoredObject | undefined;
    try {
      existing = inTransaction(this.database, () => {
        const found = this.find(object.bucket, object.key);
        check(found);
        const { bucket, key, file, size, etag, modifiedAtMs, headers, checksum } = object;
        const checksumColumns = [checksum?.algorithm ?? null, checksum?.value ?? null];
        this.#upsert.run(bucket, key, file, size, etag, modifiedAtMs, JSON.stringify(headers), ...checksumColumns);
        return found;
      });
    } catch (error) {
      await this.discard(object.bucket, object.file);
      throw error;
    }
    if (existing) await this.discard(existing.bucket, existing.file);
  }

  async delete(object: StoredObject): Promise<void> {
    this.#remove.run(object.bucket, object.key);
    await this.discard(object.bucket, object.file);
  }

  async discard(bucket: string, file: string): Promise<void> {
    await rm(this.#path(bucket, file), { force: true });
  }

  close(): void {
    this.database.close();
  }

  #path(bucket: string, file: string): string {
    return join(this.#directory, bucket, file);
  }
}

function objectOf(row: Row): StoredObject {
  return {
    bucket: String(row['bucket']),
    key: String(row['key']),
    file: String(row['file']),
    size: Number(row['size']),
    etag: String(row['etag']),
    modifiedAtMs: Number(row['modified_at_ms']),
    headers: JSON.parse(String(row['headers'])) as Record<string, string>,
    checksum:
      row['checksum'] === null
        ? undefined
        : { algorithm: row['checksum_algorithm'] as Checksum['algorithm'], value: String(row['checksum']) },
  };
}
