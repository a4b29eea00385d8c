import { randomUUID } from 'node:crypto';
import { AwsError } from '../../AwsError.ts';
import type { Caller } from '../../Caller.ts';
import type { Cloud } from '../../Cloud.ts';
import { unsupported } from '../../unsupported.ts';
import type { HttpConfig } from '../ApiDescription.ts';
import { FieldError } from '../FieldError.ts';
import type { DataSource, SourceOutcome, SourceRequest } from './DataSource.ts';

interface HttpParameters {
  headers?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

const SERVICES = ['states', 'sqs', 'events'];
const FORBIDDEN_HEADERS = ['host', 'connection', 'user-agent', 'expect', 'transfer-encoding', 'content-length'];

/**
 * Calls an AWS JSON service over its HTTPS endpoint, signed with the data source's role. Whatever the service answers is
 * a result: a refusal has its status code there and is not `ctx.error`.
 */
export class HttpDataSource implements DataSource {
  readonly #cloud: Cloud;
  readonly #caller: Caller;

  constructor(config: HttpConfig, caller: Caller | undefined, cloud: Cloud) {
    const host = new URL(config.Endpoint).host;
    const service = SERVICES.find((name) => host === `${name}.${cloud.region}.amazonaws.com`);
    // `sync-states.` would answer StartExecution without starting anything.
    if (!service) unsupported(`the HTTP data source ${config.Endpoint}`);
    const signing = config.AuthorizationConfig?.AwsIamConfig;
    if (!caller || signing?.SigningServiceName !== service) {
      unsupported(`the HTTP data source ${config.Endpoint} without AWS_IAM signing for '${service}' and a role`);
    }
    this.#caller = caller;
    this.#cloud = cloud;
  }

  async invoke(request: SourceRequest): Promise<SourceOutcome> {
    const { method, resourcePath, params } = request;
    const { headers = {}, query, body } = (params ?? {}) as HttpParameters;
    const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
    const forbidden = FORBIDDEN_HEADERS.find((name) => Object.hasOwn(named, name));
    if (forbidden) throw new FieldError(`Header '${forbidden}' cannot be set.`, 'MappingTemplate');
    const [targetPrefix, operation] = (named['x-amz-target'] ?? '').split('.');
    if (method !== 'POST' || resourcePath !== '/' || query || !targetPrefix || !operation) {
      unsupported('an HTTP data source request that is not POST / with x-amz-target');
    }
    const input = (typeof body === 'string' ? JSON.parse(body) : (body ?? {})) as Record<string, unknown>;
    try {
      return answer(200, named, (await this.#cloud.call(targetPrefix, operation, input, this.#caller)) ?? {});
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const refusal = { __type: error.code, message: error.message, ...error.extra };
      return answer(error.statusCode, named, refusal);
    }
  }
}

function answer(statusCode: number, requestHeaders: Record<string, string>, body: unknown): SourceOutcome {
  const contentType = requestHeaders['content-type'] ?? 'application/x-amz-json-1.0';
  const headers = { 'x-amzn-RequestId': randomUUID(), 'Content-Type': contentType };
  return { result: { statusCode, headers, body: JSON.stringify(body) } };
}
