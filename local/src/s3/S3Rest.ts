import { randomBytes } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import type { RestService } from '../gateway/GatewayPorts.ts';
import type { HttpAnswer, HttpRequest } from '../gateway/HttpExchange.ts';
import { asAwsError } from '../gateway/awsJsonAnswer.ts';
import { unsupported } from '../unsupported.ts';
import { verifiedChecksum, verifyContentMd5 } from './checksums.ts';
import { decodeAwsChunked } from './decodeAwsChunked.ts';
import type { StoredObject } from './ObjectStore.ts';
import { isNotModified, rangeOf, storedHeaders } from './objectHeaders.ts';
import type { S3, WriteCondition } from './S3.ts';
import { childText, document, element, escapeText, parseXml } from './xml.ts';

/** One request for a bucket or an object in it, with its caller known. */
interface Call {
  request: HttpRequest;
  query: URLSearchParams;
  bucket: string;
  key: string;
  caller: Caller;
}

const MAX_PAGE_KEYS = 1000;
const MAX_DELETE_KEYS = 1000;
const XML = { 'content-type': 'application/xml' };

/** Query parameters that choose no operation of their own. */
const PLAIN_PARAMETERS =
  /^(?:x-id|X-Amz-.*|response-(?:content-(?:type|language|disposition|encoding)|cache-control|expires)|list-type|prefix|delimiter|max-keys|start-after|continuation-token|encoding-type|fetch-owner|uploads|uploadId|partNumber|delete)$/i;

/** The words that S3 uses where the JSON services have others. */
const S3_CODES: Readonly<Record<string, { code: string; statusCode: number; message?: string }>> = {
  UnrecognizedClientException: {
    code: 'InvalidAccessKeyId',
    statusCode: 403,
    message: 'The AWS Access Key Id you provided does not exist in our records.',
  },
  InvalidSignatureException: { code: 'SignatureDoesNotMatch', statusCode: 403 },
  MissingAuthenticationTokenException: { code: 'AccessDenied', statusCode: 403, message: 'Access Denied' },
  IncompleteSignatureException: { code: 'AuthorizationHeaderMalformed', statusCode: 400 },
  UnknownOperationException: { code: 'NotImplemented', statusCode: 400 },
  InternalFailure: { code: 'InternalError', statusCode: 500 },
};

/** What `S3Rest` answers, by the names of the S3 API. */
export const S3_OPERATIONS: readonly string[] = [
  ...['AbortMultipartUpload', 'CompleteMultipartUpload', 'CreateMultipartUpload', 'DeleteObject', 'DeleteObjects'],
  ...['GetObject', 'HeadBucket', 'HeadObject', 'ListObjectsV2', 'PutObject', 'UploadPart'],
];

/** S3's REST protocol with XML documents: path style, and virtual-host style under `<bucket>.localhost`. */
export class S3Rest implements RestService {
  /** One PutObject or UploadPart; larger objects come in parts, as they do on AWS beyond 5 GB. */
  readonly maxBodyBytes = 256 * 1024 * 1024;
  readonly signingName = 's3';
  readonly #s3: S3;
  readonly #accountId: string;
  readonly #region: string;
  readonly #onDefect: (error: unknown) => void;

  constructor(cloud: Cloud, s3: S3, onDefect: (error: unknown) => void) {
    this.#s3 = s3;
    this.#accountId = cloud.accountId;
    this.#region = cloud.region;
    this.#onDefect = onDefect;
  }

  owns(head: Omit<HttpRequest, 'body'>, signingName: string | undefined): boolean {
    return signingName === 's3' || this.#s3.hasBucket(addressOf(head).bucket);
  }

  async handle(request: HttpRequest, authenticate: () => Promise<Caller>): Promise<HttpAnswer> {
    const { bucket, key } = addressOf(request);
    try {
      const caller = await authenticate();
      const owner = request.headers['x-amz-expected-bucket-owner'];
      if (owner !== undefined && owner !== this.#accountId)
        throw new AwsError('AccessDenied', 'Access Denied', { statusCode: 403 });
      const query = new URLSearchParams(request.queryString);
      return await this.#dispatch({ request, query, bucket, key, caller });
    } catch (error) {
      return errorAnswer(asAwsError(error, this.#onDefect), request);
    }
  }

  #dispatch(call: Call): HttpAnswer | Promise<HttpAnswer> {
    const { request, query, bucket, key } = call;
    for (const name of query.keys()) if (!PLAIN_PARAMETERS.test(name)) unsupported(`?${name} of the S3 API`);
    if (bucket === '') unsupported('ListBuckets of the S3 API');
    if (key === '') return this.#dispatchBucket(call);
    const uploadId = query.get('uploadId');
    switch (request.method) {
      case 'GET':
        if (uploadId !== null) unsupported('ListParts of the S3 API');
        return this.#getObject(call);
      case 'HEAD':
        return this.#headObject(call);
      case 'PUT':
        if (request.headers['x-amz-copy-source'] !== undefined) unsupported('CopyObject of the S3 API');
        return uploadId === null ? this.#putObject(call) : this.#uploadPart(call, uploadId);
      case 'POST':
        if (query.has('uploads')) return this.#createUpload(call);
        if (uploadId !== null) return this.#completeUpload(call, uploadId);
        break;
      case 'DELETE':
        if (uploadId === null) return this.#deleteObject(call);
        return this.#s3.abortUpload(bucket, key, uploadId, call.caller).then(() => NO_CONTENT);
    }
    unsupported(`${request.method} on an S3 object`);
  }

  #dispatchBucket(call: Call): HttpAnswer | Promise<HttpAnswer> {
    const { request, query } = call;
    if (request.method === 'GET' && query.get('list-type') === '2') return this.#listObjects(call);
    if (request.method === 'GET')
      unsupported(
        query.has('uploads') ? 'ListMultipartUploads of the S3 API' : 'ListObjects (version 1) of the S3 API',
      );
    if (request.method === 'POST' && query.has('delete')) return this.#deleteObjects(call);
    if (request.method !== 'HEAD') unsupported(`${request.method} on an S3 bucket: buckets come from the template`);
    this.#s3.headBucket(call.bucket, call.caller);
    return { status: 200, headers: { 'x-amz-bucket-region': this.#region, 'content-length': '0' } };
  }

  async #getObject({ request, query, bucket, key, caller }: Call): Promise<HttpAnswer> {
    if (isNotModified(request.headers, this.#s3.head(bucket, key, caller))) return { status: 304, headers: {} };
    const { object, body, range } = await this.#s3.get(bucket, key, caller, ({ size }) =>
      rangeOf(request.headers.range, size),
    );
    const headers = this.#objectHeaders(object, request, query, range === undefined);
    if (!range) return { status: 200, headers, body };
    return {
      status: 206,
      headers: { ...headers, 'content-range': `bytes ${range.start}-${range.end}/${object.size}` },
      body,
    };
  }

  #headObject({ request, query, bucket, key, caller }: Call): HttpAnswer {
    const object = this.#s3.head(bucket, key, caller);
    if (isNotModified(request.headers, object)) return { status: 304, headers: {} };
    return {
      status: 200,
      headers: { ...this.#objectHeaders(object, request, query, true), 'content-length': String(object.size) },
    };
  }

  async #putObject({ request, bucket, key, caller }: Call): Promise<HttpAnswer> {
    const { body, checksum } = payloadOf(request);
    const attributes = { headers: storedHeaders(request.headers), checksum, condition: conditionOf(request) };
    const object = await this.#s3.putObject(bucket, key, body, attributes, caller);
    const checksumHeader = checksum ? { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value } : {};
    return { status: 200, headers: { etag: `"${object.etag}"`, ...this.#encryptionHeader(bucket), ...checksumHeader } };
  }

  async #deleteObject({ bucket, key, caller }: Call): Promise<HttpAnswer> {
    await this.#s3.deleteObject(bucket, key, caller);
    return NO_CONTENT;
  }

  /** Each key is answered for itself: one that may not be deleted does not keep the others. */
  async #deleteObjects({ request, bucket, caller }: Call): Promise<HttpAnswer> {
    const { body } = payloadOf(request);
    const root = parseXml(body.toString());
    const keys = root.children.filter(({ name }) => name === 'Object').map((entry) => childText(entry, 'Key') ?? '');
    if (keys.length === 0 || keys.length > MAX_DELETE_KEYS) {
      throw new AwsError(
        'MalformedXML',
        'The XML you provided was not well-formed or did not validate against our published schema',
      );
    }
    this.#s3.bucket(bucket);
    const isQuiet = childText(root, 'Quiet') === 'true';
    const results: string[] = [];
    for (const key of keys) {
      try {
        await this.#s3.deleteObject(bucket, key, caller);
        if (!isQuiet) results.push(element('Deleted', [element('Key', key)]));
      } catch (error) {
        const { code, message } = asAwsError(error, this.#onDefect);
        results.push(element('Error', [element('Key', key), element('Code', code), element('Message', message)]));
      }
    }
    return { status: 200, headers: XML, body: document('DeleteResult', results) };
  }

  #listObjects({ query, bucket, caller }: Call): HttpAnswer {
    const prefix = query.get('prefix') ?? '';
    const delimiter = query.get('delimiter') ?? '';
    const token = query.get('continuation-token');
    const startAfter = query.get('start-after') ?? '';
    const maxKeys = Math.min(MAX_PAGE_KEYS, Number(query.get('max-keys') ?? MAX_PAGE_KEYS));
    if (!Number.isInteger(maxKeys) || maxKeys < 0)
      throw new AwsError('InvalidArgument', 'Provided max-keys not an integer or within integer range');
    if (query.get('fetch-owner') === 'true') unsupported('fetch-owner of the S3 API');
    const cursor = token === null ? startAfter : Buffer.from(token, 'base64url').toString();
    const page = this.#s3.list(bucket, { prefix, delimiter, cursor, maxKeys }, caller);
    const write = query.get('encoding-type') === 'url' ? encodeKey : (text: string) => text;
    return {
      status: 200,
      headers: XML,
      body: document('ListBucketResult', [
        element('Name', bucket),
        element('Prefix', write(prefix)),
        ...(delimiter === '' ? [] : [element('Delimiter', write(delimiter))]),
        ...(token === null ? [] : [element('ContinuationToken', token)]),
        ...(startAfter === '' ? [] : [element('StartAfter', write(startAfter))]),
        ...(query.has('encoding-type') ? [element('EncodingType', 'url')] : []),
        element('KeyCount', page.objects.length + page.commonPrefixes.length),
        element('MaxKeys', maxKeys),
        element('IsTruncated', String(page.nextCursor !== undefined && maxKeys > 0)),
        ...(page.nextCursor === undefined || maxKeys === 0
          ? []
          : [element('NextContinuationToken', Buffer.from(page.nextCursor).toString('base64url'))]),
        ...page.objects.map((object) =>
          element('Contents', [
            element('Key', write(object.key)),
            element('LastModified', new Date(object.modifiedAtMs).toISOString()),
            element('ETag', `"${object.etag}"`),
            element('Size', object.size),
            element('StorageClass', 'STANDARD'),
          ]),
        ),
        ...page.commonPrefixes.map((commonPrefix) =>
          element('CommonPrefixes', [element('Prefix', write(commonPrefix))]),
        ),
      ]),
    };
  }

  #createUpload({ request, bucket, key, caller }: Call): HttpAnswer {
    const { id } = this.#s3.createUpload(bucket, key, storedHeaders(request.headers), caller);
    const names = [element('Bucket', bucket), element('Key', key), element('UploadId', id)];
    return {
      status: 200,
      headers: { ...XML, ...this.#encryptionHeader(bucket) },
      body: document('InitiateMultipartUploadResult', names),
    };
  }

  async #uploadPart({ request, query, bucket, key, caller }: Call, uploadId: string): Promise<HttpAnswer> {
    const { body, checksum } = payloadOf(request);
    const partNumber = Number(query.get('partNumber'));
    const etag = await this.#s3.uploadPart(bucket, key, { uploadId, partNumber, body }, caller);
    return {
      status: 200,
      headers: { etag: `"${etag}"`, ...(checksum ? { [`x-amz-checksum-${checksum.algorithm}`]: checksum.value } : {}) },
    };
  }

  async #completeUpload({ request, bucket, key, caller }: Call, uploadId: string): Promise<HttpAnswer> {
    const parts = parseXml(request.body.toString())
      .children.filter(({ name }) => name === 'Part')
      .map((part) => ({
        partNumber: Number(childText(part, 'PartNumber')),
        etag: (childText(part, 'ETag') ?? '').replaceAll('"', ''),
      }));
    const completion = { uploadId, parts, condition: conditionOf(request) };
    const object = await this.#s3.completeUpload(bucket, key, completion, caller);
    return {
      status: 200,
      headers: { ...XML, ...this.#encryptionHeader(bucket) },
      body: document('CompleteMultipartUploadResult', [
        element('Location', `/${bucket}/${encodeKey(key)}`),
        element('Bucket', bucket),
        element('Key', key),
        element('ETag', `"${object.etag}"`),
      ]),
    };
  }

  #objectHeaders(
    object: StoredObject,
    request: HttpRequest,
    query: URLSearchParams,
    isWhole: boolean,
  ): Record<string, string> {
    const headers: Record<string, string> = {
      'content-type': 'binary/octet-stream',
      ...object.headers,
      'accept-ranges': 'bytes',
      etag: `"${object.etag}"`,
      'last-modified': new Date(object.modifiedAtMs).toUTCString(),
      ...this.#encryptionHeader(object.bucket),
    };
    Object.assign(headers, responseOverrides(query));
    if (isWhole && object.checksum && request.headers['x-amz-checksum-mode'] === 'ENABLED') {
      headers[`x-amz-checksum-${object.checksum.algorithm}`] = object.checksum.value;
      headers['x-amz-checksum-type'] = 'FULL_OBJECT';
    }
    return headers;
  }

  #encryptionHeader(bucket: string): Record<string, string> {
    return { 'x-amz-server-side-encryption': this.#s3.bucket(bucket).encryption };
  }
}

const NO_CONTENT: HttpAnswer = { status: 204, headers: {} };

/** Bucket and key; a Host such as `payslips.localhost` names the bucket, otherwise the path does. */
function addressOf({ path, headers }: Omit<HttpRequest, 'body'>): { bucket: string; key: string } {
  const virtualHost = /^([a-z0-9][a-z0-9.-]+)\.localhost(?::\d+)?$/.exec(headers.host ?? '')?.[1];
  if (virtualHost !== undefined) return { bucket: virtualHost, key: decode(path.slice(1)) };
  const slash = path.indexOf('/', 1);
  if (slash < 0) return { bucket: decode(path.slice(1)), key: '' };
  return { bucket: decode(path.slice(1, slash)), key: decode(path.slice(slash + 1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The body as the object will hold it: unframed, and with every checksum that came with it found right. */
function payloadOf(request: HttpRequest): { body: Buffer; checksum: ReturnType<typeof verifiedChecksum> } {
  const { headers } = request;
  const streaming = headers['x-amz-content-sha256'];
  if (
    typeof streaming === 'string' &&
    streaming.startsWith('STREAMING-') &&
    streaming !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER'
  ) {
    unsupported(`the S3 payload ${streaming} (chunks with signatures of their own)`);
  }
  const isChunked = headers['content-encoding']?.includes('aws-chunked') ?? false;
  const { body, trailers } = isChunked
    ? decodeAwsChunked(request.body, Number(headers['x-amz-decoded-content-length']))
    : { body: request.body, trailers: {} };
  verifyContentMd5(headers['content-md5'], body);
  return { body, checksum: verifiedChecksum({ ...headers, ...trailers }, body) };
}

function conditionOf({ headers }: HttpRequest): WriteCondition {
  return { ifNoneMatch: headers['if-none-match'], ifMatch: headers['if-match'] };
}

/** A presigned link may say how its answer is to be named and typed: `response-content-disposition` and the like. */
function responseOverrides(query: URLSearchParams): Record<string, string> {
  const overrides: Record<string, string> = {};
  for (const [name, value] of query) {
    if (!name.startsWith('response-')) continue;
    if (/[^\t -~\u0080-\u00ff]/.test(value)) {
      throw new AwsError('InvalidArgument', `Header value cannot be represented using ISO-8859-1.: ${name}`);
    }
    overrides[name.slice('response-'.length)] = value;
  }
  return overrides;
}

/** Percent-encoding that leaves the slashes of a key readable. */
function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/');
}

function errorAnswer(error: AwsError, request: HttpRequest): HttpAnswer {
  const translated = S3_CODES[error.code];
  const status = translated?.statusCode ?? error.statusCode;
  const requestId = randomBytes(8).toString('hex').toUpperCase();
  const headers = { ...XML, 'x-amz-request-id': requestId };
  if (request.method === 'HEAD') return { status, headers: { ...headers, 'content-length': '0' } };
  const details = Object.entries(error.extra).map(([name, value]) => element(name, String(value)));
  return {
    status,
    headers,
    body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${[
      element('Code', translated?.code ?? error.code),
      `<Message>${escapeText(translated?.message ?? error.message)}</Message>`,
      ...details,
      element('Resource', request.path),
      element('RequestId', requestId),
    ].join('')}</Error>`,
  };
}
