import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { expect, test } from 'vitest';
import { VirtualClock } from '../../src/Clock.ts';
import { SigV4 } from '../../src/gateway/SigV4.ts';
import { ROOT } from '../testCloud.ts';
import { CREDENTIALS } from './startGateway.ts';

const NOW_MS = Date.parse('2026-01-05T09:00:00Z');
const signatures = new SigV4({
  clock: new VirtualClock(NOW_MS),
  region: 'us-east-1',
  credentials: () => ({ secretAccessKey: CREDENTIALS.secretAccessKey, caller: ROOT }),
});

async function signed(service: string, signedAtMs = NOW_MS, region = 'us-east-1') {
  const uriEscapePath = service !== 's3';
  const signer = new SignatureV4({ service, region, credentials: CREDENTIALS, sha256: Sha256, uriEscapePath });
  const request = { method: 'POST', path: '/a%20b', body: '{"amount":"1.00"}' };
  const url = { protocol: 'http:', hostname: 'localhost', query: { b: ['2', '1'], a: 'x y' } };
  const { headers } = await signer.sign(
    { ...request, ...url, headers: { host: 'localhost' } },
    { signingDate: new Date(signedAtMs) },
  );
  return { ...request, queryString: 'b=2&b=1&a=x%20y', headers, body: Buffer.from(request.body) };
}

test.each(['dynamodb', 's3', 'appsync'])('what was signed for %s, and nothing else, is verified', async (service) => {
  const request = await signed(service);
  expect(await signatures.verify(request)).toBe(ROOT);
  const tampered = [
    { ...request, method: 'PUT' },
    { ...request, path: '/a%20c' },
    { ...request, queryString: 'b=2&b=1&a=x%20z' },
    { ...request, headers: { ...request.headers, host: '127.0.0.1' } },
    { ...request, body: Buffer.from('{"amount":"9.00"}') },
  ];
  for (const other of tampered) await expect(signatures.verify(other)).rejects.toThrow(/Signature|does not match/i);
});

test.each([
  ['dynamodb', -5 * 60_000, undefined],
  ['dynamodb', -5 * 60_000 - 1000, 'InvalidSignatureException'],
  ['dynamodb', 5 * 60_000 + 1000, 'InvalidSignatureException'],
  ['s3', -15 * 60_000, undefined],
  ['s3', -15 * 60_000 - 1000, 'RequestTimeTooSkewed'],
])('a request for %s signed %i ms from now answers %s', async (service, offsetMs, code) => {
  const verdict = signatures.verify(await signed(service, NOW_MS + offsetMs));
  if (code === undefined) expect(await verdict).toBe(ROOT);
  else await expect(verdict).rejects.toMatchObject({ code });
});

test('a signature that was made for another service is refused', async () => {
  const request = await signed('sqs');
  expect(await signatures.verify(request, 'sqs')).toBe(ROOT);
  await expect(signatures.verify(request, 'dynamodb')).rejects.toMatchObject({
    code: 'InvalidSignatureException',
    message: "Credential should be scoped to correct service: 'dynamodb'.",
  });
});

test('a signature for another region is refused', async () => {
  const request = await signed('dynamodb', NOW_MS, 'eu-west-1');
  await expect(signatures.verify(request)).rejects.toThrow('Credential should be scoped to a valid region.');
});

test.each([
  'Bearer token',
  'AWS4-HMAC-SHA256 Credential=x',
  'AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0',
])('the header %s is an incomplete signature', async (authorization) => {
  const request = await signed('dynamodb');
  const headers = { ...request.headers, authorization };
  await expect(signatures.verify({ ...request, headers })).rejects.toMatchObject({
    code: 'IncompleteSignatureException',
  });
});
