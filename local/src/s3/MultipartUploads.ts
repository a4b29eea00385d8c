import { randomUUID } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import { AwsError } from '../AwsError.ts';
import type { ObjectStore, WrittenFile } from './ObjectStore.ts';

/** A multipart upload that has been created and neither completed nor aborted. */
export interface Upload {
  id: string;
  bucket: string;
  key: string;
  /** Headers of the object to be. */
  headers: Record<string, string>;
  initiatedAtMs: number;
}

/** One line of a CompleteMultipartUpload request. */
export interface CompletedPart {
  partNumber: number;
  etag: string;
}

type Row = Record<string, string | number | null>;

const MIN_PART_BYTES = 5 * 1024 * 1024;
const MAX_PART_NUMBER = 10_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS uploads (
    id TEXT PRIMARY KEY, bucket TEXT NOT NULL, key TEXT NOT NULL, headers TEXT NOT NULL, initiated_at_ms INTEGER NOT NULL
  );
  CREATE TABLE IF NOT EXISTS parts (
    upload_id TEXT NOT NULL, part_number INTEGER NOT NULL, file TEXT NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL,
    PRIMARY KEY (upload_id, part_number)
  ) WITHOUT ROWID;
`;

/** The parts of objects that are still being uploaded. */
export class MultipartUploads {
  readonly #store: ObjectStore;
  readonly #insert: StatementSync;
  readonly #find: StatementSync;
  readonly #remove: StatementSync;
  readonly #putPart: StatementSync;
  readonly #parts: StatementSync;
  readonly #removeParts: StatementSync;
  readonly #stale: StatementSync;

  constructor(store: ObjectStore) {
    this.#store = store;
    const { database } = store;
    database.exec(SCHEMA);
    this.#insert = database.prepare('INSERT INTO uploads VALUES (?, ?, ?, ?, ?)');
    this.#find = database.prepare('SELECT * FROM uploads WHERE id = ? AND bucket = ? AND key = ?');
    this.#remove = database.prepare('DELETE FROM uploads WHERE id = ?');
    this.#putPart = database.prepare('INSERT OR REPLACE INTO parts VALUES (?, ?, ?, ?, ?)');
    this.#parts = database.prepare('SELECT * FROM parts WHERE upload_id = ? ORDER BY part_number');
    this.#removeParts = database.prepare('DELETE FROM parts WHERE upload_id = ?');
    this.#stale = database.prepare('SELECT * FROM uploads WHERE bucket = ? AND initiated_at_ms <= ?');
  }

  create(bucket: string, key: string, headers: Record<string, string>, initiatedAtMs: number): Upload {
    const id = randomUUID().replaceAll('-', '');
    this.#insert.run(id, bucket, key, JSON.stringify(headers), initiatedAtMs);
    return { id, bucket, key, headers, initiatedAtMs };
  }

  /** Throws `NoSuchUpload` when the upload never was, is another key's, or is over. */
  find(bucket: string, key: string, id: string): Upload {
    const row = this.#find.get(id, bucket, key) as Row | undefined;
    if (row) return uploadOf(row);
    throw new AwsError(
      'NoSuchUpload',
      'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
      { statusCode: 404 },
    );
  }

  /** Keeps a part, in place of an earlier one with the same number; answers its ETag without quotes. */
  async putPart(upload: Upload, partNumber: number, body: Buffer): Promise<string> {
    if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MAX_PART_NUMBER) {
      throw new AwsError('InvalidArgument', 'Part number must be an integer between 1 and 10000, inclusive');
    }
    const earlier = this.#partsOf(upload).find((part) => part.partNumber === partNumber);
    const { file, size, etag } = await this.#store.write(upload.bucket, body);
    this.#putPart.run(upload.id, partNumber, file, size, etag);
    if (earlier) await this.#store.discard(upload.bucket, earlier.file);
    return etag;
  }

  /** The stored parts that the client lists, checked as S3 checks them: present, in order, and large enough. */
  partsToComplete(upload: Upload, listed: readonly CompletedPart[]): WrittenFile[] {
    const stored = new Map(this.#partsOf(upload).map((part) => [part.partNumber, part]));
    if (listed.length === 0)
      throw new AwsError(
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema',
      );
    return listed.map(({ partNumber, etag }, index) => {
      const part = stored.get(partNumber);
      if (part?.etag !== etag) {
        throw new AwsError(
          'InvalidPart',
          "One or more of the specified parts could not be found.  The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
        );
      }
      if (index > 0 && partNumber <= (listed[index - 1]?.partNumber ?? 0)) {
        throw new AwsError(
          'InvalidPartOrder',
          'The list of parts was not in ascending order. Parts must be ordered by part number.',
        );
      }
      if (index < listed.length - 1 && part.size < MIN_PART_BYTES) {
        throw new AwsError('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
      }
      return part;
    });
  }

  /** Forgets the upload and its parts. */
  async remove(upload: Upload): Promise<void> {
    const parts = this.#partsOf(upload);
    this.#remove.run(upload.id);
    this.#removeParts.run(upload.id);
    for (const { file } of parts) await this.#store.discard(upload.bucket, file);
  }

  stale(bucket: string, prefix: string, initiatedUntilMs: number): Upload[] {
    const rows = this.#stale.all(bucket, initiatedUntilMs) as Row[];
    return rows.map(uploadOf).filter(({ key }) => key.startsWith(prefix));
  }

  #partsOf(upload: Upload): (WrittenFile & { partNumber: number })[] {
    return (this.#parts.all(upload.id) as Row[]).map((row) => ({
      partNumber: Number(row['part_number']),
      file: String(row['file']),
      size: Number(row['size']),
      etag: String(row['etag']),
    }));
  }
}

function uploadOf(row: Row): Upload {
  return {
    id: String(row['id']),
    bucket: String(row['bucket']),
    key: String(row['key']),
    headers: JSON.parse(String(row['headers'])) as Record<string, string>,
    initiatedAtMs: Number(row['initiated_at_ms']),
  };
}
