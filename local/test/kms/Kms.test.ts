import {
  DecryptCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  KMSClient,
} from '@aws-sdk/client-kms';
import fc from 'fast-check';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Caller } from '../../src/Caller.ts';
import { SystemClock } from '../../src/Clock.ts';
import type { Cloud } from '../../src/Cloud.ts';
import { PolicyCaller } from '../../src/iam/PolicyCaller.ts';
import { compileStatements } from '../../src/iam/statements.ts';
import { Kms } from '../../src/kms/Kms.ts';
import { startGateway } from '../gateway/startGateway.ts';
import { callerAllowed, ROOT, testCloud } from '../testCloud.ts';

const KEY_ID = '134f2428-cec1-4b25-a1ae-9048164dba47';
const OTHER_ID = '234f2428-cec1-4b25-a1ae-9048164dba47';
const arnOf = (keyId: string) => `arn:aws:kms:us-east-1:000000000000:key/${keyId}`;
const ROOT_MAY_ALL = { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::000000000000:root' }, Action: 'kms:*' };
const KeyPolicy = { Statement: [{ ...ROOT_MAY_ALL, Resource: '*' }] };
const CONTEXT = { companyId: 'acme', field: 'taxId' };
const PLAINTEXT = Buffer.from('123-45-6789');

let cloud: Cloud;
let kms: Kms;
let server: Awaited<ReturnType<typeof startGateway>>;
let client: KMSClient;

beforeEach(async () => {
  cloud = testCloud();
  kms = new Kms(cloud);
  kms.defineKey(KEY_ID, { KeyPolicy, Description: 'fields', EnableKeyRotation: true });
  kms.defineKey(OTHER_ID, { KeyPolicy });
  server = await startGateway(new SystemClock(), { jsonServices: [kms] });
  client = new KMSClient({ ...server.sdk, maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await server.gateway.close();
});

const encrypt = async (KeyId = KEY_ID, EncryptionContext: Record<string, string> = CONTEXT) =>
  (await client.send(new EncryptCommand({ KeyId, Plaintext: PLAINTEXT, EncryptionContext }))).CiphertextBlob;
const decrypt = (CiphertextBlob: Uint8Array | undefined, rest: object = {}) =>
  client.send(new DecryptCommand({ CiphertextBlob, EncryptionContext: CONTEXT, ...rest }));

describe('over the SDK', () => {
  test.each(['the id', 'the ARN'])('a key is named by %s, and is answered by its ARN', async (by) => {
    const KeyId = by === 'the id' ? KEY_ID : arnOf(KEY_ID);
    const sealed = await client.send(new EncryptCommand({ KeyId, Plaintext: PLAINTEXT, EncryptionContext: CONTEXT }));
    expect(sealed).toMatchObject({ KeyId: arnOf(KEY_ID), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' });
    const opened = await decrypt(sealed.CiphertextBlob);
    expect(Buffer.from(opened.Plaintext ?? [])).toEqual(PLAINTEXT);
    expect(opened.KeyId).toBe(arnOf(KEY_ID));
  });

  test.each([
    [{ KeySpec: 'AES_256' as const }, 32],
    [{ KeySpec: 'AES_128' as const }, 16],
    [{ NumberOfBytes: 64 }, 64],
  ])('GenerateDataKey with %j answers %i bytes, which Decrypt gives back', async (size, bytes) => {
    const request = { KeyId: KEY_ID, EncryptionContext: CONTEXT, ...size };
    const first = await client.send(new GenerateDataKeyCommand(request));
    expect(first.Plaintext).toHaveLength(bytes);
    expect((await decrypt(first.CiphertextBlob)).Plaintext).toEqual(first.Plaintext);
    expect((await client.send(new GenerateDataKeyCommand(request))).Plaintext).not.toEqual(first.Plaintext);
  });

  test('DescribeKey shows what the template says', async () => {
    expect((await client.send(new DescribeKeyCommand({ KeyId: KEY_ID }))).KeyMetadata).toEqual({
      AWSAccountId: '000000000000',
      KeyId: KEY_ID,
      Arn: arnOf(KEY_ID),
      CreationDate: new Date('2026-01-05T09:00:00Z'),
      Enabled: true,
      Description: 'fields',
      KeyUsage: 'ENCRYPT_DECRYPT',
      KeyState: 'Enabled',
      Origin: 'AWS_KMS',
      KeyManager: 'CUSTOMER',
      CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
      KeySpec: 'SYMMETRIC_DEFAULT',
      EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
      MultiRegion: false,
    });
  });

  test.each([
    // case                        KeyId                                             message
    ['an id that is no UUID', 'taxes', "Invalid keyId 'taxes'"],
    ['a key that is not there', KEY_ID.replace('1', '9'), `Key '${arnOf(KEY_ID.replace('1', '9'))}' does not exist`],
    ['a path', '../../../etc/passwd', "Invalid keyId '../../../etc/passwd'"],
    ['another Region', arnOf(KEY_ID).replace('us-east-1', 'eu-west-1'), 'Invalid arn eu-west-1'],
  ])('%s is NotFoundException', async (_case, KeyId, message) => {
    await expect(encrypt(KeyId)).rejects.toMatchObject({ name: 'NotFoundException', message });
  });

  test.each([
    [new EncryptCommand({ KeyId: KEY_ID, Plaintext: Buffer.alloc(4097) }), 'less than or equal to 4096'],
    [new EncryptCommand({ KeyId: KEY_ID, Plaintext: Buffer.alloc(0) }), 'greater than or equal to 1'],
    [new GenerateDataKeyCommand({ KeyId: KEY_ID }), 'Please specify either number of bytes or key spec.'],
    [new GenerateDataKeyCommand({ KeyId: KEY_ID, KeySpec: 'AES_256', NumberOfBytes: 32 }), 'Please specify either'],
    [new GenerateDataKeyCommand({ KeyId: KEY_ID, NumberOfBytes: 1025 }), "Value '1025' at 'numberOfBytes'"],
  ])('a request beyond the limits is ValidationException', async (command, message) => {
    await expect(client.send(command as EncryptCommand)).rejects.toMatchObject({
      name: 'ValidationException',
      message: expect.stringContaining(message) as string,
    });
  });
});

describe('Decrypt', () => {
  test.each([
    ['another context', { companyId: 'globex', field: 'taxId' }],
    ['less context', { companyId: 'acme' }],
    ['more context', { ...CONTEXT, run: 'run_1' }],
    ['no context', {}],
  ])('with %s is InvalidCiphertextException', async (_case, EncryptionContext) => {
    await expect(decrypt(await encrypt(), { EncryptionContext })).rejects.toMatchObject({
      name: 'InvalidCiphertextException',
    });
  });

  test('the order of the context does not matter', async () => {
    const EncryptionContext = { field: 'taxId', companyId: 'acme' };
    const { Plaintext } = await decrypt(await encrypt(), { EncryptionContext });
    expect(Buffer.from(Plaintext ?? [])).toEqual(PLAINTEXT);
  });

  test('two encryptions of the same are not the same', async () => {
    expect(await encrypt()).not.toEqual(await encrypt());
  });

  test('no bit of a blob can be changed unnoticed', async () => {
    const blob = Buffer.from((await encrypt()) ?? []);
    fc.assert(
      fc.property(fc.nat(blob.length * 8 - 1), (bit) => {
        const changed = Buffer.from(blob);
        changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const input = { CiphertextBlob: changed.toString('base64'), EncryptionContext: CONTEXT };
        expect(() => kms.call('Decrypt', input, ROOT)).toThrow();
      }),
    );
    await expect(decrypt(Buffer.from('nonsense'))).rejects.toMatchObject({ name: 'InvalidCiphertextException' });
  });

  test('a KeyId must be the key that it was encrypted under', async () => {
    const blob = await encrypt();
    await expect(decrypt(blob, { KeyId: OTHER_ID })).rejects.toMatchObject({ name: 'IncorrectKeyException' });
    expect((await decrypt(blob, { KeyId: KEY_ID })).KeyId).toBe(arnOf(KEY_ID));
  });

  test('what a key of another account sealed is refused without a word about that key', async () => {
    const KeyId = '334f2428-cec1-4b25-a1ae-9048164dba47';
    const elsewhere = new Kms(testCloud());
    elsewhere.defineKey(KeyId, { KeyPolicy });
    const input = { KeyId, Plaintext: PLAINTEXT.toString('base64') };
    const { CiphertextBlob } = elsewhere.call('Encrypt', input, ROOT) as { CiphertextBlob: string };
    await expect(decrypt(Buffer.from(CiphertextBlob, 'base64'))).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringContaining('does not exist in this region, or you are not allowed') as string,
    });
  });
});

describe('IAM', () => {
  const blobOf = (caller: Caller) =>
    (
      kms.call(
        'Encrypt',
        { KeyId: KEY_ID, Plaintext: PLAINTEXT.toString('base64'), EncryptionContext: CONTEXT },
        caller,
      ) as { CiphertextBlob: string }
    ).CiphertextBlob;

  test.each([
    ['Encrypt', { Plaintext: 'eA==' }],
    ['GenerateDataKey', { KeySpec: 'AES_256' }],
    ['DescribeKey', {}],
  ])('%s is asked on the key', (operation, request) => {
    const input = { KeyId: KEY_ID, ...request };
    expect(() => kms.call(operation, input, callerAllowed(`kms:${operation} ${arnOf(OTHER_ID)}`))).toThrow(
      `is not authorized to perform: kms:${operation} on resource: ${arnOf(KEY_ID)}`,
    );
    expect(kms.call(operation, input, callerAllowed(`kms:${operation} ${arnOf(KEY_ID)}`))).toBeDefined();
  });

  test('Decrypt is asked on the key that the blob names', () => {
    const input = { CiphertextBlob: blobOf(ROOT), EncryptionContext: CONTEXT };
    expect(() => kms.call('Decrypt', input, callerAllowed(`kms:Encrypt ${arnOf(KEY_ID)}`))).toThrow('kms:Decrypt');
    expect(kms.call('Decrypt', input, callerAllowed(`kms:Decrypt ${arnOf(KEY_ID)}`))).toMatchObject({
      Plaintext: PLAINTEXT.toString('base64'),
    });
  });

  test.each([
    [{ 'kms:EncryptionContext:companyId': 'acme' }, true],
    [{ 'kms:EncryptionContext:companyId': 'globex' }, false],
    [{ 'kms:ViaService': 'dynamodb.us-east-1.amazonaws.com' }, false], // nobody calls on the role's behalf
    [{ 'kms:CallerAccount': '000000000000' }, true],
  ])('a grant under the condition %j is %s', (StringEquals, isAllowed) => {
    const statement = { Effect: 'Allow', Action: 'kms:*', Resource: arnOf(KEY_ID), Condition: { StringEquals } };
    const caller = new PolicyCaller('role', compileStatements({ Statement: statement }), {});
    if (isAllowed) expect(blobOf(caller)).not.toBe('');
    else expect(() => blobOf(caller)).toThrow('kms:Encrypt');
  });
});

describe('the key of the template', () => {
  test('keeps its material over a restart, in a file that only the owner can read', async () => {
    const blob = await encrypt();
    const restarted = new Kms(cloud);
    restarted.defineKey(KEY_ID, { KeyPolicy, Description: 'fields, described anew' });
    const input = { CiphertextBlob: Buffer.from(blob ?? []).toString('base64'), EncryptionContext: CONTEXT };
    expect(restarted.call('Decrypt', input, ROOT)).toMatchObject({ Plaintext: PLAINTEXT.toString('base64') });
    expect(statSync(join(cloud.dataDirectory, 'kms', `${KEY_ID}.json`)).mode & 0o777).toBe(0o600);
  });

  test.each([
    [{ KeySpec: 'RSA_2048' }, 'RSA_2048'],
    [{ KeyUsage: 'GENERATE_VERIFY_MAC' }, 'GENERATE_VERIFY_MAC'],
    [{ MultiRegion: true }, 'multi-Region'],
    [{ Enabled: false }, 'Enabled: false'],
    [{ Origin: 'EXTERNAL' }, 'EXTERNAL'],
    [{ KeyPolicy: { Statement: [] } }, 'IAM policies'],
  ])('with %j is refused by name', (properties, name) => {
    expect(() => kms.defineKey(OTHER_ID, { KeyPolicy, ...properties })).toThrow(name);
  });

  test.each([
    ['Sign', { KeyId: KEY_ID }, 'Sign'],
    ['Encrypt', { KeyId: 'alias/fields', Plaintext: 'eA==' }, 'aliases'],
    ['Encrypt', { KeyId: KEY_ID, Plaintext: 'eA==', DryRun: true }, 'DryRun of Encrypt'],
  ])('%s of %j is refused by name', (operation, input, name) => {
    expect(() => kms.call(operation, input, ROOT)).toThrow(name);
  });
});
