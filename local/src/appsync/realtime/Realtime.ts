import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AwsError } from '../../AwsError.ts';
import type { Cloud } from '../../Cloud.ts';
import type { Firewall } from '../../gateway/GatewayPorts.ts';
import type { HttpRequest } from '../../gateway/HttpExchange.ts';
import type { Authenticator } from '../Authenticator.ts';
import type { GraphqlEngine, GraphqlRequest } from '../GraphqlEngine.ts';
import { Connection, type RealtimeError } from './Connection.ts';
import { handshakeHeaders, offeredProtocols } from './handshakeHeaders.ts';
import { startSubscription } from './startSubscription.ts';
import { Subscriptions } from './Subscriptions.ts';

const PROTOCOL = 'graphql-ws';

/** A `start` carries a request, and AppSync takes none beyond 1 MB. Longer messages are not read to their end. */
const MAX_MESSAGE_BYTES = 1024 * 1024;

/** What the firewall looks at besides a message of the connection. */
type Handshake = Pick<HttpRequest, 'headers' | 'sourceIp'>;

/** The real-time endpoint of an API. */
export class Realtime {
  readonly subscriptions: Subscriptions;
  readonly #engine: GraphqlEngine;
  readonly #authenticator: Authenticator;
  readonly #cloud: Cloud;
  readonly #firewall: Firewall | undefined;
  readonly #connections = new Set<Connection>();
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });

  constructor(engine: GraphqlEngine, authenticator: Authenticator, cloud: Cloud, firewall: Firewall | undefined) {
    this.#engine = engine;
    this.#authenticator = authenticator;
    this.#cloud = cloud;
    this.#firewall = firewall;
    this.subscriptions = new Subscriptions(cloud);
  }

  /** Completes the handshake whatever the credentials: a refusal is told to the client's first message. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const sourceIp = request.socket.remoteAddress ?? '127.0.0.1';
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      const connection = new Connection({
        socket: webSocket,
        stream: socket,
        admission: this.#admit(request, sourceIp),
        start: (data, authorization) => this.#start(data, authorization, { headers: request.headers, sourceIp }),
        subscriptions: this.subscriptions,
        clock: this.#cloud.clock,
      });
      this.#connections.add(connection);
      webSocket.on('close', () => this.#connections.delete(connection));
    });
  }

  close(): void {
    for (const connection of this.#connections) connection.close();
    this.#server.close();
  }

  async #admit(request: IncomingMessage, sourceIp: string): Promise<RealtimeError | undefined> {
    if (!offeredProtocols(request).includes(PROTOCOL)) {
      return { errorType: 'NoProtocolError', message: `Sub-protocol ${PROTOCOL} is required.`, errorCode: 400 };
    }
    const headers = handshakeHeaders(request);
    if (!headers?.['host'] || !(headers['authorization'] ?? headers['x-api-key'])) {
      return { message: 'Required headers are missing.', errorCode: 400 };
    }
    try {
      await this.#authenticator.authenticate({
        signed: { method: 'POST', path: '/graphql/connect', query: '', headers, body: '{}' },
        sourceIp,
        graphql: { queryString: '', operationName: 'DeepDish:Connect', variables: {} },
      });
      return undefined;
    } catch (error) {
      if (!(error instanceof AwsError)) return { errorType: 'InternalFailure', message: String(error), errorCode: 500 };
      const errorType = `com.amazonaws.deepdish.graphql.auth#${error.code}`;
      return { errorType, message: error.message, errorCode: 400 };
    }
  }

  async #start(data: string, authorization: Readonly<Record<string, string>>, handshake: Handshake) {
    const { sourceIp } = handshake;
    const headers = Object.fromEntries(
      Object.entries(authorization).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    // Before the credentials, as for HTTP. What WAF gets besides the body is not documented: assumed are both headers.
    const inspected = { ...handshake, headers: { ...handshake.headers, ...headers }, body: Buffer.from(data) };
    const verdict = this.#firewall?.evaluate({ method: 'POST', path: '/graphql', queryString: '', ...inspected });
    if (verdict?.action === 'BLOCK') throw new AwsError('WAFForbiddenException', '403 Forbidden', { statusCode: 403 });
    const request = graphqlRequest(data);
    const requester = await this.#authenticator.authenticate({
      signed: { method: 'POST', path: '/graphql', query: '', headers, body: data },
      sourceIp,
      graphql: {
        queryString: request.query,
        operationName: request.operationName ?? undefined,
        variables: request.variables ?? {},
      },
    });
    return startSubscription(this.#engine, request, requester, headers);
  }
}

function graphqlRequest(data: string): GraphqlRequest {
  try {
    const request = JSON.parse(data) as Partial<GraphqlRequest> | null;
    if (typeof request?.query === 'string') return { ...request, query: request.query };
  } catch {
    // Not JSON: refused below with everything else that has no query.
  }
  throw new AwsError('MalformedHttpRequestException', 'Unable to parse GraphQL query.');
}
