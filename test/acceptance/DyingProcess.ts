import { createServer, request, type Server } from 'node:http';
import { type LocalAws, OPERATOR_KEYS } from 'cdk-local-engine';
import type { AddressInfo } from 'node:net';

/**
 * The way of a worker that runs in the test's own process to the engine. Made to die at a call, it cuts that call and every
 * later one off: what the worker did before has happened, and nothing after it.
 */
export class DyingProcess {
  readonly #aws: LocalAws;
  readonly #server: Server;
  #calls = 0;
  #diesAt = Infinity;

  constructor(aws: LocalAws) {
    this.#aws = aws;
    this.#server = createServer((incoming, answer) => {
      this.#calls += 1;
      if (this.#calls >= this.#diesAt) return void incoming.socket.destroy();
      const { hostname, port } = new URL(aws.endpoint);
      const { method, url, headers } = incoming;
      // The host stays as it was signed.
      const outgoing = request({ hostname, port, method, path: url, headers, agent: false }, (received) => {
        answer.writeHead(received.statusCode ?? 500, received.headers);
        received.pipe(answer);
      });
      incoming.pipe(outgoing);
    });
    // A connection that is closed for being idle, just as the next call is sent on it, would look like a death of its own.
    this.#server.keepAliveTimeout = 0;
  }

  /** Listens, and gives the process the environments of the workers that it runs. */
  async open(...workers: string[]): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    for (const worker of workers)
      for (const [name, value] of Object.entries(this.#environmentOf(worker)))
        // The addresses of queues name a host.
        process.env[name] = value.replace(this.#aws.endpoint, origin);
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: origin,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: OPERATOR_KEYS.accessKeyId,
      AWS_SECRET_ACCESS_KEY: OPERATOR_KEYS.secretAccessKey,
      AWS_MAX_ATTEMPTS: '1',
    });
  }

  #environmentOf(worker: string): Record<string, string> {
    const found = this.#aws.template
      .resourcesOfType('AWS::Lambda::Function')
      .find(({ physicalName }) => physicalName.includes(worker));
    return (found?.properties['Environment'] as { Variables: Record<string, string> }).Variables;
  }

  /**
   * Runs a worker that dies at its n-th call of AWS, from 1.
   * @returns whether it died; false when it was done before
   */
  async run(diesAt: number, worker: string, event: object, context?: object): Promise<boolean> {
    // Imported now, because a module may look at its environment when it is.
    const { href } = new URL(`../../workers/${worker}.ts`, import.meta.url);
    const { handler } = (await import(href)) as { handler: (event: object, context?: object) => Promise<unknown> };
    this.#calls = 0;
    this.#diesAt = diesAt;
    await handler(event, context).catch((error: unknown) => {
      if (this.#calls < diesAt) throw error; // it failed by itself
    });
    return this.#calls >= diesAt;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
