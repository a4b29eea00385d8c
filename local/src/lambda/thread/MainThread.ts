import type { MessagePort } from 'node:worker_threads';
import type { EndpointRequest, EndpointResponse } from '../EndpointRequest.ts';
import type { FromThread, InvokeMessage, ToThread } from '../ThreadMessages.ts';

interface Waiting {
  resolve(response: EndpointResponse): void;
  reject(error: Error): void;
}

/** The host as a thread sees it: takes requests for the endpoint, hands in invocations. */
export class MainThread {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;

  constructor(port: MessagePort) {
    this.#port = port;
  }

  post(message: FromThread): void {
    this.#port.postMessage(message);
  }

  /** Sends a request for the endpoint to the main thread; the answer comes back with the caller's identity checked there. */
  forward(request: EndpointRequest): Promise<EndpointResponse> {
    return new Promise((resolve, reject) => {
      const id = ++this.#lastId;
      this.#waiting.set(id, { resolve, reject });
      this.post({ kind: 'endpointRequest', id, request });
    });
  }

  /** Takes messages from now on. */
  listen(invoke: (invocation: InvokeMessage) => void): void {
    this.#port.on('message', (message: ToThread) => {
      if (message.kind === 'invoke') return invoke(message);
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.kind === 'endpointResponse') waiting?.resolve(message.response);
      else waiting?.reject(new Error(message.message));
    });
  }
}
