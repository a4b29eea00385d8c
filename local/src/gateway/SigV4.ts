import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { SignatureV4 } from '@smithy/signature-v4';
import { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Clock } from '../Clock.ts';
import type { HttpRequest } from './HttpExchange.ts';

/** Finds the secret and the identity behind an access key; `undefined` when there is no such key, or its session has ended. */
export type Credentials = (
  accessKeyId: string,
  sessionToken: string | undefined,
) => { secretAccessKey: string; caller: Caller } | undefined;

/** The parts of a request that a Signature Version 4 covers. */
export type SignedRequest = Pick<HttpRequest, 'method' | 'path' | 'queryString' | 'headers' | 'body'>;

/** What a signature says about itself, wherever it travels. */
interface Claim {
  accessKeyId: string;
  /** `20260105`, region and signing name: the scope in which the signature holds. */
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  signedAt: string;
  sessionToken: string | undefined;
  /** Lifetime of a presigned URL in seconds; a signed header has none. */
  expiresInSeconds: number | undefined;
}

const ALGORITHM = 'AWS4-HMAC-SHA256';
const CREDENTIAL = /^([^/]+)\/(\d{8})\/([^/]+)\/([^/]+)\/aws4_request$/;
const MAX_PRESIGNED_SECONDS = 7 * 24 * 3600;
const MINUTE_MS = 60_000;

/** `node:crypto` in the shape the library asks for: several times faster than its JavaScript SHA-256. */
class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', bytesOf(secret));
  }

  update(data: Uint8Array): void {
    this.#hash.update(data);
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(this.#hash.digest());
  }

  reset(): void {
    throw new Error('a digest is taken once');
  }
}

function bytesOf(secret: string | ArrayBuffer | ArrayBufferView): string | Uint8Array {
  if (typeof secret === 'string') return secret;
  if (secret instanceof ArrayBuffer) return new Uint8Array(secret);
  return new Uint8Array(secret.buffer, secret.byteOffset, secret.byteLength);
}

/**
 * Checks Signature Version 4, in the `Authorization` header or in the query of a presigned URL, by signing the same
 * request again with AWS's own library and comparing in constant time.
 */
export class SigV4 {
  readonly #clock: Clock;
  readonly #region: string;
  readonly #credentials: Credentials;

  constructor(options: { clock: Clock; region: string; credentials: Credentials }) {
    this.#clock = options.clock;
    this.#region = options.region;
    this.#credentials = options.credentials;
  }

  /** The signing name (`s3`, `dynamodb`...) that a request claims; `undefined` when it carries no signature. Proves nothing. */
  static signingName(request: Pick<SignedRequest, 'headers' | 'queryString'>): string | undefined {
    const authorization = request.headers.authorization;
    if (authorization?.startsWith(ALGORITHM))
      return /Credential=[^/]+\/\d{8}\/[^/]+\/([^/]+)\//.exec(authorization)?.[1];
    if (!request.queryString.includes('X-Amz-Credential')) return undefined;
    return CREDENTIAL.exec(new URLSearchParams(request.queryString).get('X-Amz-Credential') ?? '')?.[4];
  }

  /**
   * Who signed `request`. Throws `AwsError` in the words of the JSON services.
   * @param service the signing name of the service that is asked, for which the signature must have been made
   */
  async verify(request: SignedRequest, service?: string): Promise<Caller> {
    const query = queryOf(request.queryString);
    const presigned = query['X-Amz-Algorithm'] !== undefined;
    const claim = presigned ? claimOfQuery(query) : claimOfHeaders(request.headers);
    this.#checkTime(claim);
    if (claim.region !== this.#region || !claim.signedAt.startsWith(claim.date)) {
      throw new AwsError('InvalidSignatureException', 'Credential should be scoped to a valid region.');
    }
    if (service !== undefined && claim.service !== service) {
      throw new AwsError('InvalidSignatureException', `Credential should be scoped to correct service: '${service}'.`);
    }
    if (!claim.signedHeaders.includes('host')) {
      throw new AwsError(
        'InvalidSignatureException',
        "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
      );
    }
    const found = this.#credentials(claim.accessKeyId, claim.sessionToken);
    if (!found) {
      throw new AwsError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    }
    if (!presigned) checkBodyHash(request, claim.service);
    const signature = await this.#signAgain(request, query, claim, found.secretAccessKey, presigned);
    if (!equalInConstantTime(signature, claim.signature)) {
      throw new AwsError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    }
    return found.caller;
  }

  #checkTime(claim: Claim): void {
    const nowMs = this.#clock.now();
    const signedAtMs = instantOf(claim.signedAt);
    if (claim.expiresInSeconds !== undefined) {
      if (nowMs > signedAtMs + claim.expiresInSeconds * 1000) {
        throw new AwsError('AccessDenied', 'Request has expired', { statusCode: 403 });
      }
      return;
    }
    // S3 is the one service that allows a quarter of an hour.
    const skewMinutes = claim.service === 's3' ? 15 : 5;
    const earliestMs = nowMs - skewMinutes * MINUTE_MS;
    const latestMs = nowMs + skewMinutes * MINUTE_MS;
    if (signedAtMs >= earliestMs && signedAtMs <= latestMs) return;
    if (claim.service === 's3') {
      throw new AwsError(
        'RequestTimeTooSkewed',
        'The difference between the request time and the current time is too large.',
      );
    }
    throw new AwsError(
      'InvalidSignatureException',
      signedAtMs < earliestMs
        ? `Signature expired: ${claim.signedAt} is now earlier than ${basicFormat(earliestMs)} (${basicFormat(nowMs)} - ${skewMinutes} min.)`
        : `Signature not yet current: ${claim.signedAt} is still later than ${basicFormat(latestMs)} (${basicFormat(nowMs)} + ${skewMinutes} min.)`,
    );
  }

  async #signAgain(
    request: SignedRequest,
    query: Record<string, string | string[]>,
    claim: Claim,
    secretAccessKey: string,
    presigned: boolean,
  ): Promise<string> {
    const signer = new SignatureV4({
      service: claim.service,
      region: claim.region,
      credentials: {
        accessKeyId: claim.accessKeyId,
        secretAccessKey,
        ...(claim.sessionToken === undefined ? {} : { sessionToken: claim.sessionToken }),
      },
      sha256: Sha256,
      uriEscapePath: claim.service !== 's3',
      applyChecksum: false,
    });
    const headers: Record<string, string> = {};
    for (const name of claim.signedHeaders) {
      const value = request.headers[name];
      if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
    }
    const signingDate = new Date(instantOf(claim.signedAt));
    const signableHeaders = new Set(claim.signedHeaders);
    const unsigned = { method: request.method, protocol: 'http:', hostname: '', path: request.path, headers };
    if (presigned) {
      const again = await signer.presign(
        // A body that is neither text nor bytes makes the library sign UNSIGNED-PAYLOAD, as every presigned URL does.
        { ...unsigned, query, body: {} },
        {
          signingDate,
          signableHeaders,
          unhoistableHeaders: signableHeaders,
          ...(claim.expiresInSeconds === undefined ? {} : { expiresIn: claim.expiresInSeconds }),
        },
      );
      return String(again.query?.['X-Amz-Signature']);
    }
    const declaredHash = request.headers['x-amz-content-sha256'];
    const unsignableHeaders = new Set<string>();
    if (typeof declaredHash === 'string' && !signableHeaders.has('x-amz-content-sha256')) {
      // The library takes the payload's hash from this header, whether or not the header itself is signed.
      headers['x-amz-content-sha256'] = declaredHash;
      unsignableHeaders.add('x-amz-content-sha256');
    }
    const again = await signer.sign(
      { ...unsigned, query, body: request.body },
      { signingDate, signableHeaders, unsignableHeaders },
    );
    return parameterOf(again.headers.authorization ?? '', 'Signature');
  }
}

function claimOfHeaders(headers: SignedRequest['headers']): Claim {
  const authorization = headers.authorization;
  if (!authorization) throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  if (!authorization.startsWith(`${ALGORITHM} `))
    throw incomplete(`Unsupported AWS 'algorithm': '${authorization.split(' ', 1)[0]}'.`);
  return {
    ...scopeOf(parameterOf(authorization, 'Credential')),
    signedHeaders: parameterOf(authorization, 'SignedHeaders').split(';'),
    signature: parameterOf(authorization, 'Signature'),
    signedAt: single(headers['x-amz-date']) ?? '',
    sessionToken: single(headers['x-amz-security-token']),
    expiresInSeconds: undefined,
  };
}

function claimOfQuery(query: Record<string, string | string[]>): Claim {
  if (query['X-Amz-Algorithm'] !== ALGORITHM)
    throw incomplete(`Unsupported AWS 'algorithm': '${single(query['X-Amz-Algorithm'])}'.`);
  const expiresInSeconds = Number(single(query['X-Amz-Expires']));
  if (!(expiresInSeconds > 0 && expiresInSeconds <= MAX_PRESIGNED_SECONDS)) {
    throw new AwsError(
      'AuthorizationQueryParametersError',
      'X-Amz-Expires must be less than a week (in seconds) that is greater than 0',
    );
  }
  return {
    ...scopeOf(single(query['X-Amz-Credential']) ?? ''),
    signedHeaders: (single(query['X-Amz-SignedHeaders']) ?? '').split(';'),
    signature: single(query['X-Amz-Signature']) ?? '',
    signedAt: single(query['X-Amz-Date']) ?? '',
    sessionToken: single(query['X-Amz-Security-Token']),
    expiresInSeconds,
  };
}

function scopeOf(credential: string): Pick<Claim, 'accessKeyId' | 'date' | 'region' | 'service'> {
  const [, accessKeyId, date, region, service] = CREDENTIAL.exec(credential) ?? [];
  if (!accessKeyId || !date || !region || !service) {
    throw incomplete(
      `Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  return { accessKeyId, date, region, service };
}

/** Without this, a signed request could be sent on with another body, because the signature covers only the declared hash. */
function checkBodyHash(request: SignedRequest, service: string): void {
  const declared = single(request.headers['x-amz-content-sha256']);
  if (declared === undefined) return;
  if (service === 's3' && !/^[0-9a-f]{64}$/.test(declared)) return;
  const actual = createHash('sha256').update(request.body).digest('hex');
  if (actual === declared) return;
  throw service === 's3'
    ? new AwsError(
        'XAmzContentSHA256Mismatch',
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
      )
    : new AwsError(
        'InvalidSignatureException',
        "The value for the header 'x-amz-content-sha256' does not match the payload.",
      );
}

/** Values in the order received; a repeated name becomes a list, as the library expects. */
function queryOf(queryString: string): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  if (queryString === '') return query;
  for (const [name, value] of new URLSearchParams(queryString)) {
    const earlier = query[name];
    query[name] = earlier === undefined ? value : [...(Array.isArray(earlier) ? earlier : [earlier]), value];
  }
  return query;
}

function parameterOf(authorization: string, name: string): string {
  const value = new RegExp(`[ ,]${name}=([^,\\s]+)`).exec(authorization)?.[1];
  if (value === undefined)
    throw incomplete(
      `Authorization header requires '${name}' parameter. Authorization=${authorization.split(' ', 1)[0]}`,
    );
  return value;
}

function incomplete(message: string): AwsError {
  return new AwsError('IncompleteSignatureException', message);
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

/** Reads ISO 8601 basic format, `20260105T090000Z`. */
function instantOf(basic: string): number {
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(basic) ?? [];
  if (second === undefined) throw incomplete(`Date must be in ISO-8601 'basic format'. Got '${basic}'.`);
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
}

function basicFormat(atMs: number): string {
  return new Date(atMs).toISOString().replace(/[-:]|\.\d{3}/g, '');
}

function equalInConstantTime(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
