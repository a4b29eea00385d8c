import { Writable } from 'node:stream';
import type { EndpointRequest, EndpointResponse } from '../EndpointRequest.ts';
import { InterceptedResponse } from './InterceptedResponse.ts';
import { InterceptedSocket } from './InterceptedSocket.ts';

/** Answers a request to the endpoint, at once or later. */
export type Answer = (request: EndpointRequest) => EndpointResponse | Promise<EndpointResponse>;

/**
 * What the AWS SDK uses of an `http.ClientRequest` (write, end, events, socket, destroy), answered in the process.
 * The response arrives in a later turn of the event loop, as it would from a socket.
 */
export class InterceptedRequest extends Writable {
  readonly socket = new InterceptedSocket();
  readonly #target: Omit<EndpointRequest, 'body'>;
  readonly #answer: Answer;
  readonly #chunks: (string | Uint8Array)[] = [];
  #hasResponse = false;

  constructor(target: Omit<EndpointRequest, 'body'>, answer: Answer) {
    // Not destroyed when the body is written: a request closes when its response does.
    super({ decodeStrings: false, autoDestroy: false });
    this.#target = target;
    this.#answer = answer;
    process.nextTick(() => {
      this.emit('socket', this.socket);
      if (target.headers['expect'] === '100-continue') this.emit('continue');
    });
  }

  setTimeout(timeoutMs: number, onTimeout?: () => void): this {
    this.socket.setTimeout(timeoutMs, onTimeout);
    return this;
  }

  override _write(chunk: string | Uint8Array, encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(typeof chunk === 'string' && encoding !== 'utf8' ? Buffer.from(chunk, encoding) : chunk);
    done();
  }

  override _final(done: () => void): void {
    done();
    setImmediate(() => void this.#send());
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.socket.destroy();
    done(error ?? (this.#hasResponse ? null : Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })));
  }

  async #send(): Promise<void> {
    if (this.destroyed) return;
    try {
      const answered = this.#answer({ ...this.#target, body: joined(this.#chunks) });
      this.#receive(answered instanceof Promise ? await answered : answered);
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  #receive(answered: EndpointResponse): void {
    if (this.destroyed) return;
    this.#hasResponse = true;
    const response = new InterceptedResponse(answered);
    response.once('close', () => this.destroy());
    if (!this.emit('response', response)) response.resume();
  }
}

function joined(chunks: readonly (string | Uint8Array)[]): string | Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  return Buffer.concat(chunks.map((chunk) => (typeof chunk === 'string' ? Buffer.from(chunk) : chunk)));
}
