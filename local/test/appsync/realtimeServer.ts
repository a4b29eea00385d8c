import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocket } from 'ws';
import type { AppSyncApi } from '../../src/appsync/AppSyncApi.ts';

export type Message = Record<string, unknown> & { type?: string; id?: string; payload?: Record<string, unknown> };

/** Serves an API on a loopback port: HTTP and WebSocket, as the gateway does. */
export async function serve(api: AppSyncApi): Promise<{ port: number; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const body = Buffer.concat(chunks).toString();
      const [, query = ''] = (request.url ?? '').split('?');
      void api
        .handleHttp({ method: request.method ?? '', headers, body, query, sourceIp: '127.0.0.1' })
        .then((answer) => {
          response.writeHead(answer.status, answer.headers).end(answer.body);
        });
    });
  });
  server.on('upgrade', (request, socket, head) => api.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => {
      api.close();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

/** A client that speaks the protocol message by message. */
export class Client {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  readonly #received: Message[] = [];
  readonly #waiting: ((message: Message) => void)[] = [];

  constructor(url: string, protocols: string[], headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, protocols, { headers });
    this.socket.on('message', (data) => {
      const message = JSON.parse((data as Buffer).toString()) as Message;
      const waiting = this.#waiting.shift();
      if (waiting) waiting(message);
      else this.#received.push(message);
    });
    this.closed = new Promise((resolve) => this.socket.on('close', resolve));
  }

  async opened(): Promise<this> {
    if (this.socket.readyState !== WebSocket.OPEN) await new Promise((resolve) => this.socket.once('open', resolve));
    return this;
  }

  send(message: unknown): void {
    this.socket.send(JSON.stringify(message));
  }

  /** The next message, whenever it comes. */
  next(): Promise<Message> {
    const message = this.#received.shift();
    return message ? Promise.resolve(message) : new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Every message up to the answer of a `stop` that is sent now: what did not come by then was not sent. */
  async rest(): Promise<Message[]> {
    this.send({ type: 'stop', id: 'probe' });
    const messages: Message[] = [];
    for (;;) {
      const message = await this.next();
      if (message.type === 'complete' && message.id === 'probe') return messages;
      messages.push(message);
    }
  }

  start(id: string, query: string, variables: object, authorization: Record<string, string>): Promise<Message> {
    const data = JSON.stringify({ query, variables });
    this.send({ id, type: 'start', payload: { data, extensions: { authorization } } });
    return this.next();
  }
}

/** Connects through the sub-protocol carrier and takes the acknowledgement. */
export async function connect(port: number, authorization: Record<string, string>): Promise<Client> {
  const header = Buffer.from(JSON.stringify({ host: 'localhost', ...authorization })).toString('base64url');
  const client = new Client(`ws://127.0.0.1:${port}/graphql/realtime`, ['graphql-ws', `header-${header}`]);
  await client.opened();
  client.send({ type: 'connection_init' });
  await client.next();
  await client.next();
  return client;
}
