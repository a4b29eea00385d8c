import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { SignatureV4 } from '@smithy/signature-v4';
import { Sha256 } from '@aws-crypto/sha256-js';
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { VirtualClock } from '../../src/Clock.ts';
import { S3 } from '../../src/s3/S3.ts';
import { S3Rest } from '../../src/s3/S3Rest.ts';
import { CREDENTIALS, startGateway } from '../gateway/startGateway.ts';
import { callerAllowed, ROOT, testCloud } from '../testCloud.ts';

const Bucket = 'payment-files';
const DAY_MS = 86_400_000;

const cloud = testCloud({ clock: new VirtualClock(Date.parse('2026-01-15T10:30:00Z')) });
let s3: S3;
let server: Awaited<ReturnType<typeof startGateway>>;
let client: S3Client;

/** Signs as of the gateway's time, so that a virtual clock needs no correction. */
function clientFor(endpoint: string): S3Client {
  return new S3Client({
    endpoint,
    region: 'us-east-1',
    credentials: CREDENTIALS,
    systemClockOffset: cloud.clock.now() - Date.now(),
  });
}

async function textOf(key: string, range?: string): Promise<string | undefined> {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, Range: range }));
  return Body?.transformToString();
}

beforeEach(async () => {
  s3 = new S3(cloud);
  s3.defineBucket({
    BucketName: Bucket,
    LifecycleConfiguration: { Rules: [{ Status: 'Enabled', Prefix: 'exports/', ExpirationInDays: 3 }] },
  });
  server = await startGateway(cloud.clock, {
    restServices: [new S3Rest(cloud, s3, (error) => expect.unreachable(String(error)))],
  });
  client = clientFor(server.endpoint);
});

afterEach(async () => {
  client.destroy();
  await server.gateway.close();
  for (const { key } of s3.list(Bucket, { prefix: '', delimiter: '', cursor: '', maxKeys: 1000 }, ROOT).objects) {
    await s3.deleteObject(Bucket, key, ROOT);
  }
  s3.close();
});

describe('objects over the SDK', () => {
  test('what is put is got, byte for byte, with its type, metadata and MD5', async () => {
    const put = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'ach/2026-01-15.ach',
        Body: '101 094000025',
        ContentType: 'text/plain',
        Metadata: { run: 'run_1' },
      }),
    );
    expect(put.ETag).toBe(`"${createHash('md5').update('101 094000025').digest('hex')}"`);
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'ach/2026-01-15.ach' }));
    expect(await got.Body?.transformToString()).toBe('101 094000025');
    expect(got).toMatchObject({
      ContentType: 'text/plain',
      Metadata: { run: 'run_1' },
      ETag: put.ETag,
      ContentLength: 13,
    });
    expect(got.LastModified).toEqual(new Date(cloud.clock.now()));
    expect(await client.send(new HeadObjectCommand({ Bucket, Key: 'ach/2026-01-15.ach' }))).toMatchObject({
      ContentLength: 13,
    });
  });

  test.each([
    'a b+c&d=e?f#g',
    '../../etc/passwd',
    'Ünïcode/日本',
    'UPPER',
    'upper',
    'dir',
    'dir/',
    'dir/file',
    `${'k'.repeat(1000)}`,
    'quo\'te"<&>',
  ])('the key %s is its own', async (key) => {
    await client.send(new PutObjectCommand({ Bucket, Key: key, Body: key }));
    expect(await textOf(key)).toBe(key);
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket }));
    expect(Contents?.map(({ Key }) => Key)).toEqual([key]);
  });

  test('a stream arrives aws-chunked with its checksum behind it, and is stored without the framing', async () => {
    const chunks = ['a'.repeat(70_000), 'b'.repeat(10)];
    const put = await client.send(
      new PutObjectCommand({
        Bucket,
        Key: 'manifest.jsonl',
        Body: Readable.from(chunks.map((chunk) => Buffer.from(chunk))),
        ContentLength: 70_010,
      }),
    );
    expect(put.ChecksumCRC32).toBeTypeOf('string');
    const got = await client.send(new GetObjectCommand({ Bucket, Key: 'manifest.jsonl' }));
    expect(await got.Body?.transformToString()).toBe(chunks.join(''));
    expect(got.ContentEncoding).toBeUndefined();
  });

  test('a checksum of other bytes is refused and nothing is stored', async () => {
    const put = client.send(new PutObjectCommand({ Bucket, Key: 'k', Body: 'amount 100', ChecksumCRC32: 'AAAAAA==' }));
    await expect(put).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(textOf('k')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test.each([
    ['bytes=0-2', 'abc'],
    ['bytes=7-', 'hij'],
    ['bytes=-4', 'ghij'],
    ['bytes=8-100', 'ij'],
  ])('the range %s of abcdefghij is %s', async (range, expected) => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'letters', Body: 'abcdefghij' }));
    expect(await textOf('letters', range)).toBe(expected);
  });

  test('a range that starts beyond the end is InvalidRange', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'letters', Body: 'abc' }));
    await expect(textOf('letters', 'bytes=3-')).rejects.toMatchObject({
      name: 'InvalidRange',
      $metadata: { httpStatusCode: 416 },
    });
  });

  test('a missing key is NoSuchKey to GetObject and NotFound to HeadObject; a missing bucket is NoSuchBucket', async () => {
    await expect(textOf('nothing')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(client.send(new HeadObjectCommand({ Bucket, Key: 'nothing' }))).rejects.toMatchObject({
      name: 'NotFound',
    });
    await expect(client.send(new GetObjectCommand({ Bucket: 'no-bucket', Key: 'k' }))).rejects.toMatchObject({
      name: 'NoSuchBucket',
    });
    await client.send(new HeadBucketCommand({ Bucket }));
  });

  test('If-None-Match * writes a key once; If-Match writes over the version that was read and no other', async () => {
    const put = (Body: string, condition: object) =>
      client.send(new PutObjectCommand({ Bucket, Key: 'once', Body, ...condition }));
    const first = await put('1', { IfNoneMatch: '*' });
    await expect(put('2', { IfNoneMatch: '*' })).rejects.toMatchObject({
      name: 'PreconditionFailed',
      $metadata: { httpStatusCode: 412 },
    });
    await put('3', { IfMatch: first.ETag });
    await expect(put('4', { IfMatch: first.ETag })).rejects.toMatchObject({ name: 'PreconditionFailed' });
    expect(await textOf('once')).toBe('3');
  });

  test('of many writers with If-None-Match * exactly one wins, and the losers leave no file behind', async () => {
    const attempts = Array.from({ length: 8 }, (_, index) =>
      s3.putObject(Bucket, 'race', Buffer.from(String(index)), { condition: { ifNoneMatch: '*' } }, ROOT),
    );
    const results = await Promise.allSettled(attempts);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(readdirSync(join(cloud.dataDirectory, 'objects', Bucket))).toHaveLength(1);
  });

  test('overwriting and deleting keep no old file; deleting what is not there succeeds', async () => {
    for (const Body of ['1', '2', '3']) await client.send(new PutObjectCommand({ Bucket, Key: 'k', Body }));
    expect(readdirSync(join(cloud.dataDirectory, 'objects', Bucket))).toHaveLength(1);
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: 'k' }));
    expect(readdirSync(join(cloud.dataDirectory, 'objects', Bucket))).toHaveLength(0);
  });

  test('DeleteObjects answers for each key', async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: 'a&b', Body: '' }));
    const { Deleted, Errors } = await client.send(
      new DeleteObjectsCommand({ Bucket, Delete: { Objects: [{ Key: 'a&b' }, { Key: 'c' }] } }),
    );
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['a&b', 'c']);
    expect(Errors).toBeUndefined();
  });

  test('objects survive a restart', async () => {
    await s3.putObject(Bucket, 'kept', Buffer.from('kept'), {}, ROOT);
    const restarted = new S3(cloud);
    restarted.defineBucket({ BucketName: Bucket });
    expect((await restarted.getObject(Bucket, 'kept', ROOT)).toString()).toBe('kept');
    restarted.close();
  });

  test('what is not emulated is NotImplemented with its name', async () => {
    const copy = client.send(new CopyObjectCommand({ Bucket, Key: 'k', CopySource: `${Bucket}/x` }));
    await expect(copy).rejects.toMatchObject({
      name: 'NotImplemented',
      message: expect.stringContaining('CopyObject') as string,
    });
  });
});

describe('ListObjectsV2', () => {
  beforeEach(async () => {
    for (const key of ['a.txt', 'runs/1/a', 'runs/1/b', 'runs/2/a', 'runs/index', 'z.txt'])
      await s3.putObject(Bucket, key, Buffer.alloc(1), {}, ROOT);
  });

  test('a delimiter folds keys into common prefixes', async () => {
    const { Contents, CommonPrefixes, KeyCount } = await client.send(
      new ListObjectsV2Command({ Bucket, Prefix: 'runs/', Delimiter: '/' }),
    );
    expect(Contents?.map(({ Key }) => Key)).toEqual(['runs/index']);
    expect(CommonPrefixes?.map(({ Prefix }) => Prefix)).toEqual(['runs/1/', 'runs/2/']);
    expect(KeyCount).toBe(3);
  });

  test.each(['', '/'])('pages of any size, with delimiter "%s", add up to the whole', async (Delimiter) => {
    const listed = async (MaxKeys: number) => {
      const names: (string | undefined)[] = [];
      let ContinuationToken: string | undefined;
      do {
        const page = await client.send(new ListObjectsV2Command({ Bucket, Delimiter, MaxKeys, ContinuationToken }));
        names.push(
          ...(page.Contents ?? []).map(({ Key }) => Key),
          ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix),
        );
        ContinuationToken = page.NextContinuationToken;
      } while (ContinuationToken !== undefined);
      return names.sort();
    };
    const whole = await listed(1000);
    for (const maxKeys of [1, 2, 3]) expect(await listed(maxKeys)).toEqual(whole);
  });
});

describe('multipart uploads', () => {
  const Key = 'exports/big.csv';
  const create = async () =>
    (await client.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'text/csv' }))).UploadId;
  const upload = (UploadId: string | undefined, PartNumber: number, Body: Buffer) =>
    client.send(new UploadPartCommand({ Bucket, Key, UploadId, PartNumber, Body }));

  test('parts become one object in their order, with the ETag of parts', async () => {
    const UploadId = await create();
    const second = await upload(UploadId, 2, Buffer.from('tail'));
    const first = await upload(UploadId, 1, Buffer.alloc(5 * 1024 * 1024, 'x'));
    const Parts = [
      { PartNumber: 1, ETag: first.ETag },
      { PartNumber: 2, ETag: second.ETag },
    ];
    const { ETag } = await client.send(
      new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }),
    );
    expect(ETag).toMatch(/^"[0-9a-f]{32}-2"$/);
    expect(await textOf(Key, 'bytes=-6')).toBe('xxtail');
    expect(await client.send(new HeadObjectCommand({ Bucket, Key }))).toMatchObject({
      ContentLength: 5 * 1024 * 1024 + 4,
      ContentType: 'text/csv',
    });
    expect(readdirSync(join(cloud.dataDirectory, 'objects', Bucket))).toHaveLength(1);
  });

  test('a small part that is not the last is EntityTooSmall; a wrong ETag is InvalidPart; an aborted upload is NoSuchUpload', async () => {
    const UploadId = await create();
    const { ETag } = await upload(UploadId, 1, Buffer.from('small'));
    await upload(UploadId, 2, Buffer.from('small'));
    const complete = (...Parts: { PartNumber: number; ETag: string | undefined }[]) =>
      client.send(new CompleteMultipartUploadCommand({ Bucket, Key, UploadId, MultipartUpload: { Parts } }));
    await expect(complete({ PartNumber: 1, ETag }, { PartNumber: 2, ETag })).rejects.toMatchObject({
      name: 'EntityTooSmall',
    });
    await expect(complete({ PartNumber: 1, ETag: '"00"' })).rejects.toMatchObject({ name: 'InvalidPart' });
    await client.send(new AbortMultipartUploadCommand({ Bucket, Key, UploadId }));
    await expect(complete({ PartNumber: 1, ETag })).rejects.toMatchObject({ name: 'NoSuchUpload' });
    expect(readdirSync(join(cloud.dataDirectory, 'objects', Bucket))).toHaveLength(0);
  });
});

describe('presigned URLs', () => {
  async function presign(
    method: 'GET' | 'PUT',
    key: string,
    expiresIn: number,
    query: Record<string, string> = {},
  ): Promise<string> {
    const signer = new SignatureV4({
      service: 's3',
      region: 'us-east-1',
      credentials: CREDENTIALS,
      sha256: Sha256,
      uriEscapePath: false,
      applyChecksum: false,
    });
    const host = `127.0.0.1:${server.port}`;
    const headers = { host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' };
    const unsigned = { method, protocol: 'http:', hostname: '127.0.0.1', path: `/${Bucket}/${key}`, query, headers };
    const signed = await signer.presign(unsigned, { expiresIn, signingDate: new Date(cloud.clock.now()) });
    return `http://${host}${signed.path}?${new URLSearchParams(signed.query as Record<string, string>).toString()}`;
  }

  test('a PUT link stores and a GET link reads, without a header of AWS', async () => {
    const stored = await fetch(await presign('PUT', 'upload.csv', 60), { method: 'PUT', body: 'a,b' });
    expect(stored.status).toBe(200);
    const read = await fetch(
      await presign('GET', 'upload.csv', 60, { 'response-content-disposition': 'attachment; filename=x.csv' }),
    );
    expect(await read.text()).toBe('a,b');
    expect(read.headers.get('content-disposition')).toBe('attachment; filename=x.csv');
  });

  test("a link of the SDK's own presigner gives a browser a file with its name, and any part of it", async () => {
    const Body = 'Zażółć,1\nb,2\n';
    await client.send(new PutObjectCommand({ Bucket, Key: 'exports/run 1.csv', Body, ContentType: 'text/csv' }));
    const ResponseContentDisposition = `attachment; filename="run.csv"; filename*=UTF-8''r%C3%B3n.csv`;
    const command = new GetObjectCommand({ Bucket, Key: 'exports/run 1.csv', ResponseContentDisposition });
    const link = await getSignedUrl(client, command, { expiresIn: 300, signingDate: new Date(cloud.clock.now()) });
    const whole = await fetch(link, { headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } });
    expect(await whole.text()).toBe(Body);
    expect(whole.headers.get('content-disposition')).toBe(ResponseContentDisposition);
    expect(whole.headers.get('content-type')).toBe('text/csv');
    const part = await fetch(link, { headers: { range: 'bytes=-4' } });
    expect([part.status, await part.text()]).toEqual([206, 'b,2\n']);
    expect(part.headers.get('content-range')).toBe('bytes 13-16/17');
    expect(part.headers.get('content-disposition')).toBe(ResponseContentDisposition);
  });

  test('a link sets only the headers that S3 lets it set', async () => {
    await s3.putObject(Bucket, 'f', Buffer.from('f'), {}, ROOT);
    const refused = await fetch(await presign('GET', 'f', 60, { 'response-set-cookie': 'a=b' }));
    expect(refused.headers.get('set-cookie')).toBeNull();
    expect(await refused.text()).toContain('response-set-cookie');
  });

  test('a link cannot put a line break into the answer', async () => {
    await s3.putObject(Bucket, 'f', Buffer.from('f'), {}, ROOT);
    const link = await presign('GET', 'f', 60, { 'response-content-type': 'text/html\r\nset-cookie: a=b' });
    const refused = await fetch(link);
    expect(refused.status).toBe(400);
    expect(await refused.text()).toContain('<Code>InvalidArgument</Code>');
  });

  test('a link stops working when its time is over', async () => {
    await s3.putObject(Bucket, 'f', Buffer.from('f'), {}, ROOT);
    const link = await presign('GET', 'f', 60);
    await cloud.clock.advance(59_000);
    expect((await fetch(link)).status).toBe(200);
    await cloud.clock.advance(2_000);
    const late = await fetch(link);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('<Code>AccessDenied</Code><Message>Request has expired</Message>');
  });

  test('a link is for its key, its method and its lifetime only', async () => {
    await s3.putObject(Bucket, 'mine', Buffer.from('f'), {}, ROOT);
    await s3.putObject(Bucket, 'other', Buffer.from('f'), {}, ROOT);
    const link = await presign('GET', 'mine', 60);
    for (const [method, url] of [
      ['GET', link.replace('/mine', '/other')],
      ['DELETE', link],
      ['GET', link.replace('Expires=60', 'Expires=600')],
    ] as const) {
      const refused = await fetch(url, { method });
      expect(refused.status).toBe(403);
      expect(await refused.text()).toContain('SignatureDoesNotMatch');
    }
  });
});

test('the bucket may be named by the host, as SDKs do for localhost', async () => {
  await s3.putObject(Bucket, 'k', Buffer.from('by host'), {}, ROOT);
  const signer = new SignatureV4({
    service: 's3',
    region: 'us-east-1',
    credentials: CREDENTIALS,
    sha256: Sha256,
    uriEscapePath: false,
  });
  const host = `${Bucket}.localhost:${server.port}`;
  const unsigned = { method: 'GET', protocol: 'http:', hostname: host, path: '/k', headers: { host } };
  const { headers } = await signer.sign(unsigned, { signingDate: new Date(cloud.clock.now()) });
  const body = await new Promise<string>((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: server.port, path: '/k', headers }, (response) => {
      response.setEncoding('utf8').on('data', resolve);
    })
      .on('error', reject)
      .end();
  });
  expect(body).toBe('by host');
});

describe('IAM', () => {
  test('each operation asks for its action on the object, and answers AccessDenied', async () => {
    const reader = callerAllowed(`s3:GetObject arn:aws:s3:::${Bucket}/mine`);
    await s3.putObject(Bucket, 'mine', Buffer.from('x'), {}, ROOT);
    expect((await s3.getObject(Bucket, 'mine', reader)).toString()).toBe('x');
    const denied = { code: 'AccessDenied', statusCode: 403 };
    await expect(s3.getObject(Bucket, 'other', reader)).rejects.toMatchObject(denied);
    await expect(s3.putObject(Bucket, 'mine', Buffer.from('y'), {}, reader)).rejects.toMatchObject(denied);
    await expect(s3.deleteObject(Bucket, 'mine', reader)).rejects.toMatchObject(denied);
    expect(() => s3.list(Bucket, { prefix: '', delimiter: '', cursor: '', maxKeys: 1 }, reader)).toThrow(
      expect.objectContaining(denied),
    );
  });

  test('whoever may not list the bucket is not told that a key is missing', async () => {
    const reader = callerAllowed(`s3:GetObject arn:aws:s3:::${Bucket}/nothing`);
    await expect(s3.getObject(Bucket, 'nothing', reader)).rejects.toMatchObject({ code: 'AccessDenied' });
    const lister = callerAllowed(`s3:GetObject arn:aws:s3:::${Bucket}/nothing`, `s3:ListBucket arn:aws:s3:::${Bucket}`);
    await expect(s3.getObject(Bucket, 'nothing', lister)).rejects.toMatchObject({ code: 'NoSuchKey' });
  });

  test('a bucket with its own KMS key asks for that key too', async () => {
    const key = 'arn:aws:kms:us-east-1:000000000000:key/1';
    const byDefault = { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key };
    s3.defineBucket({
      BucketName: 'sealed',
      BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }] },
    });
    const object = 'arn:aws:s3:::sealed/k';
    await expect(
      s3.putObject('sealed', 'k', Buffer.from(''), {}, callerAllowed(`s3:PutObject ${object}`)),
    ).rejects.toThrow('kms:GenerateDataKey');
    await s3.putObject(
      'sealed',
      'k',
      Buffer.from(''),
      {},
      callerAllowed(`s3:PutObject ${object}`, `kms:GenerateDataKey ${key}`),
    );
    await expect(s3.getObject('sealed', 'k', callerAllowed(`s3:GetObject ${object}`))).rejects.toThrow('kms:Decrypt');
  });
});

describe('the bucket definition', () => {
  test('an object expires at the first midnight UTC after its days', async () => {
    await s3.putObject(Bucket, 'exports/old.csv', Buffer.from(''), {}, ROOT); // 15 January, some time after 10:30
    await s3.putObject(Bucket, 'kept.csv', Buffer.from(''), {}, ROOT);
    const midnight = Date.parse('2026-01-15T00:00:00Z') + 4 * DAY_MS;
    await cloud.clock.advanceTo(midnight - 1);
    expect(await s3.sweepExpired()).toBe(0);
    await cloud.clock.advanceTo(midnight);
    expect(await s3.sweepExpired()).toBe(1);
    await expect(s3.getObject(Bucket, 'exports/old.csv', ROOT)).rejects.toMatchObject({ code: 'NoSuchKey' });
    expect(await s3.getObject(Bucket, 'kept.csv', ROOT)).toHaveLength(0);
  });

  test.each([
    ['versioning', { VersioningConfiguration: { Status: 'Enabled' } }],
    ['NotificationConfiguration', { NotificationConfiguration: {} }],
    ['ObjectLockEnabled', { ObjectLockEnabled: true }],
    [
      'GLACIER',
      {
        LifecycleConfiguration: {
          Rules: [{ Status: 'Enabled', Transitions: [{ StorageClass: 'GLACIER', TransitionInDays: 1 }] }],
        },
      },
    ],
    ['TagFilters', { LifecycleConfiguration: { Rules: [{ Status: 'Enabled', TagFilters: [], ExpirationInDays: 1 }] } }],
  ])('%s is refused by name', (name, properties) => {
    expect(() => s3.defineBucket({ BucketName: 'b', ...properties })).toThrow(name);
  });

  test('what changes nothing on one machine is accepted, and says why', () => {
    s3.defineBucket({ BucketName: 'quiet', PublicAccessBlockConfiguration: { BlockPublicAcls: true }, Tags: [] });
    expect(s3.notEmulated.filter((line) => line.includes('quiet'))).toHaveLength(2);
  });
});
