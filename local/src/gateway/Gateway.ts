import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { AwsError } from '../AwsError.ts';
import type { AwsService } from '../AwsService.ts';
import type { Caller } from '../Caller.ts';
import { unsupported } from '../unsupported.ts';
import { asAwsError, awsJsonAnswer, awsJsonError } from './awsJsonAnswer.ts';
import type { CustomResponse, GatewayPorts, GraphqlEndpoint } from './GatewayPorts.ts';
import type { HttpAnswer, HttpRequest } from './HttpExchange.ts';
import { corsHeaders, isFromThisMachine, preflightHeaders } from './loopbackOnly.ts';
import { readBody } from './readBody.ts';
import { SigV4 } from './SigV4.ts';

/** DynamoDB's BatchWriteItem takes 16 MB, and nothing else here takes more. */
const MAX_JSON_BODY_BYTES = 16 * 1024 * 1024;

/** How long `close` waits for requests in progress before it ends their sockets. */
const CLOSE_PATIENCE_MS = 2_000;

const USER_POOL_PATH = '/cognito-idp';

/** What requests to each JSON service are signed for. */
const SIGNING_NAMES: Readonly<Record<string, string>> = {
  AWSCognitoIdentityProviderService: 'cognito-idp',
  AWSEvents: 'events',
  AWSStepFunctions: 'states',
  AmazonSQS: 'sqs',
  DynamoDB_20120810: 'dynamodb',
  TrentService: 'kms',
};

/** A function's SDK call: path with query string, body whole, identity known. */
export interface DispatchedRequest {
  method: string;
  path: string;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  caller: Caller;
}

/** A request on its way to a service, from a socket or from a function. */
interface Arrival {
  head: Omit<HttpRequest, 'body'>;
  /** Reads the body; throws `RequestEntityTooLargeException` beyond `maxBytes`. */
  read: (maxBytes: number) => Promise<Buffer>;
  /** Who sent it; throws when that cannot be proved. */
  verify: (request: HttpRequest, service?: string) => Promise<Caller>;
}

/** Whoever sends a request without a signature: asking for a permission is what shows that one was needed. */
const UNSIGNED: Caller = {
  arn: 'anonymous',
  allows: () => {
    throw new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token');
  },
};

/**
 * The one HTTP server of the local engine, on 127.0.0.1: GraphQL and its sockets, the AWS protocols, Cognito and the
 * dashboard behind one port, so that one `AWS_ENDPOINT_URL` is all that a client needs.
 */
export class Gateway {
  readonly #ports: GatewayPorts;
  readonly #jsonServices: ReadonlyMap<string, AwsService>;
  readonly #server: Server;
  readonly #upgraded = new Set<Duplex>();
  #date = { second: -1, text: '' };

  constructor(ports: GatewayPorts) {
    this.#ports = ports;
    this.#jsonServices = new Map(ports.jsonServices.map((service) => [service.targetPrefix, service]));
    this.#server = createServer((message, response) => {
      this.#serve(message, response).catch((error: unknown) => {
        ports.onDefect(error);
        response.destroy();
      });
    });
    this.#server.keepAliveTimeout = 65_000;
    this.#server.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#server.on('clientError', (_error, socket) => socket.destroy());
  }

  /** Starts to listen and answers the port; 0 asks for a free one. Rejects when `port` is taken. */
  async listen(port: number): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', () => {
        this.#server.off('error', reject);
        resolve();
      });
    });
    return (this.#server.address() as AddressInfo).port;
  }

  /** Stops accepting, lets requests in progress finish for two seconds, and ends every socket. */
  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    for (const socket of this.#upgraded) socket.end();
    const impatient = setTimeout(() => {
      this.#server.closeAllConnections();
      for (const socket of this.#upgraded) socket.destroy();
    }, CLOSE_PATIENCE_MS);
    await closed;
    clearTimeout(impatient);
  }

  /** The gateway without its socket, for a function's SDK calls: `caller` is known, so there is no signature to check. */
  dispatch({ method, path, headers, body, caller }: DispatchedRequest): Promise<HttpAnswer> {
    const head = headOf(method, path, headers, '127.0.0.1');
    return this.#answer({ head, read: () => Promise.resolve(body), verify: () => Promise.resolve(caller) });
  }

  async #serve(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = message;
    const answer = await this.#answerMessage(message);
    const body = answer.body ?? '';
    // The rest of a body that was refused must not be taken for the next request.
    if (answer.status === 413) response.shouldKeepAlive = false;
    response.sendDate = false;
    response.writeHead(answer.status, {
      ...answer.headers,
      ...(isFromThisMachine(headers) ? corsHeaders(headers) : {}),
      date: this.#httpDate(),
      // The answer to HEAD describes a body that is not sent, so the service has set its length.
      ...(answer.headers['content-length'] === undefined && answer.status !== 204 && answer.status !== 304
        ? { 'content-length': Buffer.byteLength(body) }
        : {}),
    });
    response.end(body);
  }

  #answerMessage(message: IncomingMessage): HttpAnswer | Promise<HttpAnswer> {
    const { method = 'GET', url = '/', headers, socket } = message;
    if (!isFromThisMachine(headers)) return FORBIDDEN;
    if (method === 'OPTIONS') return { status: 204, headers: preflightHeaders(headers) };
    return this.#answer({
      head: headOf(method, url, headers, (socket.remoteAddress ?? '').replace(/^::ffff:/, '')),
      read: (maxBytes) => readBody(message, maxBytes),
      verify: (request, service) => this.#ports.signatures.verify(request, service),
    });
  }

  async #answer(arrival: Arrival): Promise<HttpAnswer> {
    try {
      return await this.#route(arrival);
    } catch (error) {
      return awsJsonError('', 'application/json', asAwsError(error, this.#ports.onDefect));
    }
  }

  async #route({ head, read, verify }: Arrival): Promise<HttpAnswer> {
    const { method, path, headers } = head;
    if (path === '/healthz') {
      return { status: 200, headers: { 'content-type': 'application/json' }, body: '{"status":"ok"}' };
    }
    const { graphql } = this.#ports;
    if (graphql && path === '/graphql')
      return this.#graphql(graphql, { ...head, body: await read(MAX_JSON_BODY_BYTES) });

    const target = headers['x-amz-target'];
    if (typeof target === 'string') {
      return this.#awsJson({ ...head, body: await read(MAX_JSON_BODY_BYTES) }, target, verify);
    }
    const signingName = SigV4.signingName(head);
    const rest = this.#ports.restServices.find((service) => service.owns(head, signingName));
    if (rest) {
      const request = { ...head, body: await read(rest.maxBodyBytes) };
      return rest.handle(request, () => verify(request, rest.signingName));
    }
    if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
      unsupported('the AWS query protocol (use an SDK that speaks AWS JSON)');
    }
    if (signingName !== undefined) unsupported(`the ${signingName} service's ${method} ${path}`);
    if (method !== 'GET' && method !== 'HEAD') return NOT_FOUND;
    return (await this.#ports.userPools.wellKnown(path)) ?? this.#ports.pages(path) ?? NOT_FOUND;
  }

  async #graphql(graphql: GraphqlEndpoint, request: HttpRequest): Promise<HttpAnswer> {
    const verdict = this.#ports.firewall?.evaluate(request);
    if (verdict?.action === 'BLOCK') return verdict.response ? wordedAnswer(verdict.response) : BLOCKED;
    return graphql.handleHttp(request);
  }

  async #awsJson(request: HttpRequest, target: string, verify: Arrival['verify']): Promise<HttpAnswer> {
    const dot = target.indexOf('.');
    const prefix = target.slice(0, dot);
    const { userPools, onDefect } = this.#ports;
    const service = prefix === userPools.targetPrefix ? userPools : this.#jsonServices.get(prefix);
    const contentType = service?.contentType ?? 'application/x-amz-json-1.1';
    try {
      if (!service || (request.path === USER_POOL_PATH && service !== userPools)) unsupported(`the API ${target}`);
      const isUnsigned = service === userPools && request.headers.authorization === undefined;
      const caller = isUnsigned ? UNSIGNED : await verify(request, SIGNING_NAMES[prefix]);
      const output = await service.call(target.slice(dot + 1), inputOf(request.body), caller);
      return awsJsonAnswer(contentType, output);
    } catch (error) {
      return awsJsonError(prefix, contentType, asAwsError(error, onDefect));
    }
  }

  /** The firewall is not asked here: over a socket it inspects only the `start` of a subscription, for which AppSync asks it. */
  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?', 1)[0];
    const isAllowed = isFromThisMachine(request.headers);
    const { graphql } = this.#ports;
    if (!isAllowed || !graphql || (path !== '/graphql' && path !== '/graphql/realtime')) {
      socket.end(
        `HTTP/1.1 ${isAllowed ? '404 Not Found' : '403 Forbidden'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`,
      );
      return;
    }
    this.#upgraded.add(socket);
    socket.once('close', () => this.#upgraded.delete(socket));
    graphql.upgrade(request, socket, head);
  }

  /** The engine's time, not the machine's: SDK clients correct their clock by this header before they sign again. */
  #httpDate(): string {
    const second = Math.floor(this.#ports.clock.now() / 1000);
    if (second !== this.#date.second) this.#date = { second, text: new Date(second * 1000).toUTCString() };
    return this.#date.text;
  }
}

const NOT_FOUND: HttpAnswer = { status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' };

const FORBIDDEN: HttpAnswer = {
  status: 403,
  headers: { 'content-type': 'text/plain' },
  body: 'Only this machine may connect: the Host and Origin headers must name localhost or 127.0.0.1.',
};

/** What AppSync answers for a request that its web ACL blocks: no `data`, and not a GraphQL error with a path. */
const BLOCKED: HttpAnswer = {
  status: 403,
  headers: { 'content-type': 'application/json;charset=UTF-8', 'x-amzn-errortype': 'WAFForbiddenException' },
  body: '{"errors":[{"errorType":"WAFForbiddenException","message":"403 Forbidden"}]}',
};

/** What the web ACL answers in its own words. */
const wordedAnswer = ({ status, contentType, body }: CustomResponse): HttpAnswer => ({
  status,
  headers: { 'content-type': contentType },
  body,
});

function headOf(method: string, url: string, headers: HttpRequest['headers'], sourceIp: string): Arrival['head'] {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  return { method, path, queryString: mark < 0 ? '' : url.slice(mark + 1), headers, sourceIp };
}

function inputOf(body: Buffer): Record<string, unknown> {
  if (body.length === 0) return {};
  let input: unknown;
  try {
    input = JSON.parse(body.toString());
  } catch {
    throw new AwsError('SerializationException', 'The request body is not valid JSON.');
  }
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
  }
  return input as Record<string, unknown>;
}
