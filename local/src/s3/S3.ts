import { AwsError } from '../AwsError.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import { acceptedWithoutEffect, bucketOf, type Bucket } from './Bucket.ts';
import type { Checksum } from './checksums.ts';
import { MultipartUploads, type CompletedPart, type Upload } from './MultipartUploads.ts';
import { ObjectStore, type StoredObject } from './ObjectStore.ts';

/** `If-None-Match: *` and `If-Match: <etag>` of a write. */
export interface WriteCondition {
  ifNoneMatch?: string | undefined;
  ifMatch?: string | undefined;
}

/** What accompanies an object's bytes. */
export interface ObjectAttributes {
  headers?: Record<string, string>;
  checksum?: Checksum | undefined;
  condition?: WriteCondition;
}

/** One page of ListObjectsV2. */
export interface ListPage {
  objects: StoredObject[];
  commonPrefixes: string[];
  /** Where the next page starts; absent on the last one. */
  nextCursor: string | undefined;
}

const DAY_MS = 24 * 3600 * 1000;
const MAX_KEY_BYTES = 1024;
/** Sorts after every key that starts with what stands before it. */
const LAST_CHARACTER = '\u{10FFFF}';

/** Amazon S3 on files: buckets from the template, objects that survive a restart, every call checked against IAM. */
export class S3 {
  /** Bucket properties that are accepted but change nothing here, each with its reason: start-up may show them. */
  readonly notEmulated: string[] = [];
  readonly #cloud: Cloud;
  readonly #store: ObjectStore;
  readonly #uploads: MultipartUploads;
  readonly #buckets = new Map<string, Bucket>();

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
    this.#store = new ObjectStore(cloud.dataDirectory);
    this.#uploads = new MultipartUploads(this.#store);
  }

  /** Makes a bucket from the resolved properties of an `AWS::S3::Bucket`; refuses by name what is not emulated. */
  defineBucket(properties: Readonly<Record<string, unknown>>): Bucket {
    const bucket = bucketOf(properties);
    this.#buckets.set(bucket.name, bucket);
    this.notEmulated.push(...acceptedWithoutEffect(properties).map((line) => `S3 bucket ${bucket.name}, ${line}`));
    return bucket;
  }

  hasBucket(name: string): boolean {
    return this.#buckets.has(name);
  }

  /** Throws `NoSuchBucket`. */
  bucket(name: string): Bucket {
    const bucket = this.#buckets.get(name);
    if (bucket) return bucket;
    throw new AwsError('NoSuchBucket', 'The specified bucket does not exist', {
      statusCode: 404,
      extra: { BucketName: name },
    });
  }

  /** The object's bytes, for services in this process. */
  async getObject(bucketName: string, key: string, caller: Caller): Promise<Buffer> {
    return (await this.get(bucketName, key, caller)).body;
  }

  /** Stores bytes under `key`; answers what was stored. */
  async putObject(
    bucketName: string,
    key: string,
    body: Buffer,
    attributes: ObjectAttributes,
    caller: Caller,
  ): Promise<StoredObject> {
    const bucket = this.#bucketToWrite(bucketName, key, caller);
    // Refused before the bytes are written where possible; `commit` asks again, against racing writers.
    checkCondition(attributes.condition, this.#store.find(bucketName, key));
    const written = await this.#store.write(bucketName, body);
    return this.#commit(bucket, key, written, attributes);
  }

  /** The object's metadata. Throws `NoSuchKey`, or `AccessDenied` to a caller who may not even list the bucket. */
  head(bucketName: string, key: string, caller: Caller): StoredObject {
    const bucket = this.bucket(bucketName);
    allow(caller, 's3:GetObject', `${bucket.arn}/${key}`);
    this.#allowKey(caller, 'kms:Decrypt', bucket);
    const object = this.#store.find(bucketName, key);
    if (object) return object;
    allow(caller, 's3:ListBucket', bucket.arn);
    throw new AwsError('NoSuchKey', 'The specified key does not exist.', { statusCode: 404, extra: { Key: key } });
  }

  /** Metadata and bytes; `rangeOf` chooses inclusive byte positions once the size is known. */
  async get(
    bucketName: string,
    key: string,
    caller: Caller,
    rangeOf: (object: StoredObject) => { start: number; end: number } | undefined = () => undefined,
  ): Promise<{ object: StoredObject; body: Buffer; range: { start: number; end: number } | undefined }> {
    for (;;) {
      const object = this.head(bucketName, key, caller);
      const range = rangeOf(object);
      const body = await this.#store.read(object, range);
      // Overwritten or deleted since we looked: look again, and find the new object or none.
      if (body) return { object, body, range };
    }
  }

  /** Deleting what is not there succeeds, as on AWS. */
  async deleteObject(bucketName: string, key: string, caller: Caller): Promise<void> {
    const bucket = this.bucket(bucketName);
    allow(caller, 's3:DeleteObject', `${bucket.arn}/${key}`);
    const object = this.#store.find(bucketName, key);
    if (object) await this.#store.delete(object);
  }

  /** One page of at most `maxKeys` objects and common prefixes, in UTF-8 order, after `cursor`. */
  list(
    bucketName: string,
    query: { prefix: string; delimiter: string; cursor: string; maxKeys: number },
    caller: Caller,
  ): ListPage {
    const bucket = this.bucket(bucketName);
    const { prefix, delimiter, maxKeys } = query;
    allow(caller, 's3:ListBucket', bucket.arn, {
      's3:prefix': prefix,
      's3:delimiter': delimiter,
      's3:max-keys': String(maxKeys),
    });
    const objects: StoredObject[] = [];
    const commonPrefixes: string[] = [];
    let cursor = query.cursor;
    for (;;) {
      const wanted = maxKeys - objects.length - commonPrefixes.length;
      const found = this.#store
        .page(bucketName, prefix, cursor, wanted + 1)
        .filter(({ key }) => key.startsWith(prefix));
      let skipped = false;
      for (const object of found) {
        if (objects.length + commonPrefixes.length === maxKeys) return { objects, commonPrefixes, nextCursor: cursor };
        const cut = delimiter === '' ? -1 : object.key.indexOf(delimiter, prefix.length);
        if (cut < 0) {
          objects.push(object);
          cursor = object.key;
          continue;
        }
        const commonPrefix = object.key.slice(0, cut + delimiter.length);
        commonPrefixes.push(commonPrefix);
        cursor = commonPrefix + LAST_CHARACTER;
        skipped = true;
        break;
      }
      if (!skipped) return { objects, commonPrefixes, nextCursor: undefined };
    }
  }

  /** Throws `AccessDenied` unless the caller may see that the bucket exists. */
  headBucket(bucketName: string, caller: Caller): void {
    allow(caller, 's3:ListBucket', this.bucket(bucketName).arn);
  }

  createUpload(bucketName: string, key: string, headers: Record<string, string>, caller: Caller): Upload {
    this.#bucketToWrite(bucketName, key, caller);
    return this.#uploads.create(bucketName, key, headers, this.#cloud.clock.now());
  }

  /** Answers the part's ETag without quotes. */
  async uploadPart(
    bucketName: string,
    key: string,
    part: { uploadId: string; partNumber: number; body: Buffer },
    caller: Caller,
  ): Promise<string> {
    this.#bucketToWrite(bucketName, key, caller);
    return this.#uploads.putPart(this.#uploads.find(bucketName, key, part.uploadId), part.partNumber, part.body);
  }

  async completeUpload(
    bucketName: string,
    key: string,
    completion: { uploadId: string; parts: readonly CompletedPart[]; condition: WriteCondition },
    caller: Caller,
  ): Promise<StoredObject> {
    const bucket = this.#bucketToWrite(bucketName, key, caller);
    const upload = this.#uploads.find(bucketName, key, completion.uploadId);
    const parts = this.#uploads.partsToComplete(upload, completion.parts);
    const written = await this.#store.concatenate(bucketName, parts);
    const { headers } = upload;
    const object = await this.#commit(bucket, key, written, { headers, condition: completion.condition });
    await this.#uploads.remove(upload);
    return object;
  }

  async abortUpload(bucketName: string, key: string, uploadId: string, caller: Caller): Promise<void> {
    allow(caller, 's3:AbortMultipartUpload', `${this.bucket(bucketName).arn}/${key}`);
    await this.#uploads.remove(this.#uploads.find(bucketName, key, uploadId));
  }

  /**
   * Applies the lifecycle rules: an object expires at the first midnight UTC that lies its days after it was written.
   * Answers how many objects and unfinished uploads were removed. S3 does this about once a day.
   */
  async sweepExpired(): Promise<number> {
    const lastMidnightMs = Math.floor(this.#cloud.clock.now() / DAY_MS) * DAY_MS;
    let removed = 0;
    for (const { name, lifecycleRules } of this.#buckets.values()) {
      for (const { prefix, expirationDays, abortIncompleteUploadDays } of lifecycleRules) {
        if (expirationDays !== undefined) {
          for (const object of this.#store.expired(name, prefix, lastMidnightMs - expirationDays * DAY_MS)) {
            await this.#store.delete(object);
            removed++;
          }
        }
        if (abortIncompleteUploadDays !== undefined) {
          for (const upload of this.#uploads.stale(name, prefix, lastMidnightMs - abortIncompleteUploadDays * DAY_MS)) {
            await this.#uploads.remove(upload);
            removed++;
          }
        }
      }
    }
    return removed;
  }

  close(): void {
    this.#store.close();
  }

  /** S3 asks for the key on the caller's behalf, and says so: key policies may allow it through S3 alone. */
  #allowKey(caller: Caller, action: string, { kmsKeyArn }: Bucket): void {
    const { accountId, region } = this.#cloud;
    const context = { 'kms:ViaService': `s3.${region}.amazonaws.com`, 'kms:CallerAccount': accountId };
    if (kmsKeyArn) allow(caller, action, kmsKeyArn, context);
  }

  #bucketToWrite(bucketName: string, key: string, caller: Caller): Bucket {
    const bucket = this.bucket(bucketName);
    allow(caller, 's3:PutObject', `${bucket.arn}/${key}`);
    this.#allowKey(caller, 'kms:GenerateDataKey', bucket);
    if (Buffer.byteLength(key) > MAX_KEY_BYTES) throw new AwsError('KeyTooLongError', 'Your key is too long');
    return bucket;
  }

  async #commit(
    bucket: Bucket,
    key: string,
    written: { file: string; size: number; etag: string },
    { headers = {}, checksum, condition }: ObjectAttributes,
  ): Promise<StoredObject> {
    const modifiedAtMs = this.#cloud.clock.now();
    const object = { bucket: bucket.name, key, ...written, modifiedAtMs, headers, checksum };
    await this.#store.commit(object, (existing) => checkCondition(condition, existing));
    return object;
  }
}

/** `authorize`, with the error code that S3 uses. */
function allow(caller: Caller, action: string, resourceArn: string, context?: Record<string, string>): void {
  try {
    authorize(caller, action, resourceArn, context);
  } catch (error) {
    if (!(error instanceof AwsError) || error.code !== 'AccessDeniedException') throw error;
    throw new AwsError('AccessDenied', error.message, { statusCode: 403 });
  }
}

function checkCondition(condition: WriteCondition | undefined, existing: StoredObject | undefined): void {
  if (condition?.ifNoneMatch !== undefined) {
    if (condition.ifNoneMatch !== '*') unsupported('If-None-Match with an ETag on an S3 write (S3 takes only *)');
    if (existing) throw preconditionFailed('If-None-Match');
  }
  if (condition?.ifMatch === undefined) return;
  if (!existing) throw new AwsError('NoSuchKey', 'The specified key does not exist.', { statusCode: 404 });
  if (existing.etag !== condition.ifMatch.replaceAll('"', '')) throw preconditionFailed('If-Match');
}

function preconditionFailed(header: string): AwsError {
  return new AwsError('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    statusCode: 412,
    extra: { Condition: header },
  });
}
