import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { OperationTypeNode } from 'graphql';
import { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import type { Firewall } from '../gateway/GatewayPorts.ts';
import type { ApiDescription } from './ApiDescription.ts';
import { Authenticator, type AuthenticatorPorts } from './Authenticator.ts';
import { GraphqlEngine, type GraphqlRequest } from './GraphqlEngine.ts';
import type { GraphqlResponse } from './GraphqlExecutor.ts';
import { Realtime } from './realtime/Realtime.ts';
import type { Requester } from './Requester.ts';

export interface AppSyncPorts extends AuthenticatorPorts {
  /** Gets one line for what would go to CloudWatch Logs: the resolvers' `console`, failures nobody waits for. */
  log(line: string): void;
  /** The web ACL: over a WebSocket it inspects the `start` of each subscription. What comes by HTTP has passed it before. */
  firewall?: Firewall;
}

export interface HttpRequest {
  method: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Raw, without the question mark. */
  query?: string;
  sourceIp: string;
}

export interface HttpResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
}

interface Answer {
  response: GraphqlResponse;
  headers: Readonly<Record<string, string>>;
}

/** One AppSync GraphQL API: `/graphql` over HTTP and the real-time protocol over WebSocket. */
export class AppSyncApi {
  readonly #engine: GraphqlEngine;
  readonly #authenticator: Authenticator;
  readonly #realtime: Realtime;
  #requests = 0;

  /** Throws `AwsError` for a schema, resolver code or data source that AppSync would not deploy. */
  constructor(description: ApiDescription, cloud: Cloud, ports: AppSyncPorts) {
    this.#engine = new GraphqlEngine(description, cloud, (line) => ports.log(line));
    this.#authenticator = new Authenticator(description, ports, cloud);
    this.#realtime = new Realtime(this.#engine, this.#authenticator, cloud, ports.firewall);
  }

  /** Answers a POST or GET of `/graphql`; never throws for what a client sent. */
  async handleHttp(request: HttpRequest): Promise<HttpResponse> {
    try {
      const { graphql, malformed } = readRequest(request);
      const requester = await this.#authenticator.authenticate({
        signed: { ...request, path: '/graphql', query: request.query ?? '' },
        sourceIp: request.sourceIp,
        graphql: {
          queryString: graphql.query,
          operationName: graphql.operationName ?? undefined,
          variables: graphql.variables ?? {},
        },
      });
      if (malformed) throw malformed;
      const { response, headers } = await this.#run(graphql, requester, request.headers);
      return httpResponse(200, response, headers);
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      const errors = [{ errorType: error.code, message: error.message }];
      return httpResponse(error.statusCode, { errors }, { 'x-amzn-errortype': error.code });
    }
  }

  /**
   * Runs a request for an IAM identity that has already been checked, as EventBridge's AppSync target does. Throws
   * `UnauthorizedException` when its policies do not allow a root field; GraphQL errors are part of the response.
   */
  async executeAs(caller: Caller, request: GraphqlRequest): Promise<GraphqlResponse> {
    const requester = this.#authenticator.ofCaller(caller, '127.0.0.1');
    return (await this.#run(request, requester, {})).response;
  }

  /** Takes over a WebSocket handshake. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    this.#realtime.upgrade(request, socket, head);
  }

  /** What would be billed, since this object was made: queries and mutations, and messages to subscribers. */
  get counts(): Readonly<{ requests: number; messages: number; realtimeUnits: number }> {
    return { requests: this.#requests, ...this.#realtime.subscriptions.counts };
  }

  /** Closes every socket. */
  close(): void {
    this.#realtime.close();
  }

  async #run(
    request: GraphqlRequest,
    requester: Requester,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> {
    const operation = this.#engine.operation(request);
    if (operation.prepared.validationErrors.length > 0) {
      return { response: { data: null, errors: [...operation.prepared.validationErrors] }, headers: {} };
    }
    if (operation.operation.operation === OperationTypeNode.SUBSCRIPTION) {
      const message = 'Subscriptions are not supported over HTTP.';
      return { response: { data: null, errors: [{ errorType: 'OperationNotSupported', message }] }, headers: {} };
    }
    this.#engine.authorizeIam(operation, requester);
    this.#requests += 1;
    const context = this.#engine.context(requester, headers, operation.variables);
    const response = await this.#engine.executor.execute(operation, context);
    for (const publication of this.#engine.publications(operation, response)) {
      this.#realtime.subscriptions.publish(publication);
    }
    for (const invalidation of context.invalidations) this.#realtime.subscriptions.invalidate(invalidation);
    return { response, headers: context.responseHeaders };
  }
}

/** What the request asks for; when that cannot be read, `malformed`, to be thrown once the credentials are known to be good. */
function readRequest(request: HttpRequest): { graphql: GraphqlRequest; malformed?: AwsError } {
  try {
    return { graphql: request.method === 'GET' ? fromQueryString(request.query ?? '') : fromBody(request.body) };
  } catch (error) {
    if (error instanceof AwsError) return { graphql: { query: '' }, malformed: error };
    throw error;
  }
}

function fromBody(body: string): GraphqlRequest {
  if (body === '') throw new AwsError('MalformedHttpRequestException', 'Request body is empty.');
  return checked(parsedJson(body));
}

function fromQueryString(queryString: string): GraphqlRequest {
  const parameters = new URLSearchParams(queryString);
  const variables = parameters.get('variables');
  return checked({
    query: parameters.get('query'),
    variables: variables === null ? null : parsedJson(variables),
    operationName: parameters.get('operationName'),
  });
}

function checked(value: unknown): GraphqlRequest {
  const { query, variables, operationName } = (value ?? {}) as Record<string, unknown>;
  const isGood =
    typeof query === 'string' &&
    query.trim() !== '' &&
    typeof (variables ?? {}) === 'object' &&
    typeof (operationName ?? '') === 'string';
  if (isGood) return value as GraphqlRequest;
  throw new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.');
  }
}

function httpResponse(status: number, body: unknown, headers: Readonly<Record<string, string>>): HttpResponse {
  const standard = { 'content-type': 'application/json;charset=UTF-8', 'x-amzn-RequestId': randomUUID() };
  return { status, headers: { ...headers, ...standard }, body: JSON.stringify(body) };
}
