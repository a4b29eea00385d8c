import { randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import { unauthorized } from '../unauthorized.ts';
import type { LambdaAuthorizerConfig } from './ApiDescription.ts';
import type { Requester } from './Requester.ts';

const DEFAULT_TTL_SECONDS = 300;
const MAX_CACHED_ANSWER_BYTES = 1_048_576;
const MAX_CACHED_TOKENS = 10_000;

/** The GraphQL request that a token came with. */
export interface AuthorizedRequest {
  queryString: string;
  operationName: string | undefined;
  variables: Readonly<Record<string, unknown>>;
  headers: Readonly<Record<string, string>>;
}

interface Answer {
  isAuthorized?: boolean;
  resolverContext?: Record<string, unknown>;
  deniedFields?: string[];
  ttlOverride?: number;
}

/** Asks a function who a token belongs to, and remembers its answer by token. */
export class LambdaAuthorizer {
  readonly #apiId: string;
  readonly #config: LambdaAuthorizerConfig;
  readonly #cloud: Cloud;
  readonly #cache = new Map<string, { requester: Requester; expiresAtMs: number }>();

  constructor(apiId: string, config: LambdaAuthorizerConfig, cloud: Cloud) {
    this.#apiId = apiId;
    this.#config = config;
    this.#cloud = cloud;
  }

  /** Throws `UnauthorizedException` when the function says no or fails. */
  async authorize(token: string, request: AuthorizedRequest): Promise<Requester> {
    const { IdentityValidationExpression: expression } = this.#config;
    if (expression && !new RegExp(expression).test(token)) throw unauthorized();
    const nowMs = this.#cloud.clock.now();
    const cached = this.#cache.get(token);
    if (cached && nowMs < cached.expiresAtMs) return cached.requester;
    this.#cache.delete(token);

    const answer = await this.#ask(token, request);
    if (answer.isAuthorized !== true) throw unauthorized();
    const requester: Requester = {
      mode: 'AWS_LAMBDA',
      identity: answer.resolverContext ? { resolverContext: answer.resolverContext } : {},
      groups: [],
      deniedFields: (answer.deniedFields ?? []).map(coordinate),
    };
    const ttlSeconds = answer.ttlOverride ?? this.#config.AuthorizerResultTtlInSeconds ?? DEFAULT_TTL_SECONDS;
    const isCacheable = ttlSeconds > 0 && JSON.stringify(answer).length < MAX_CACHED_ANSWER_BYTES;
    if (isCacheable) this.#remember(token, requester, nowMs + ttlSeconds * 1000);
    return requester;
  }

  async #ask(token: string, request: AuthorizedRequest): Promise<Answer> {
    const event = {
      authorizationToken: token,
      requestContext: {
        apiId: this.#apiId,
        accountId: this.#cloud.accountId,
        requestId: randomUUID(),
        queryString: request.queryString,
        operationName: request.operationName,
        variables: request.variables,
      },
      requestHeaders: request.headers,
    };
    const caller = this.#cloud.callerOfRole('appsync.amazonaws.com');
    try {
      const { payload, functionError } = await this.#cloud.invokeLambda(this.#config.AuthorizerUri, event, caller);
      if (!functionError && typeof payload === 'object' && payload !== null) return payload;
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
    }
    throw unauthorized();
  }

  #remember(token: string, requester: Requester, expiresAtMs: number): void {
    this.#cache.set(token, { requester, expiresAtMs });
    if (this.#cache.size <= MAX_CACHED_TOKENS) return;
    for (const oldest of this.#cache.keys()) {
      this.#cache.delete(oldest);
      break;
    }
  }
}

/** `deniedFields` holds `Type.field`, or the ARN `…:apis/ID/types/Type/fields/field`. */
function coordinate(deniedField: string): string {
  const [, typeName, fieldName] = /\/types\/([^/]+)\/fields\/([^/]+)$/.exec(deniedField) ?? [];
  return typeName && fieldName ? `${typeName}.${fieldName}` : deniedField;
}
