import { Readable } from 'node:stream';
import { STATUS_CODES } from 'node:http';
import type { EndpointResponse } from '../EndpointRequest.ts';

/** What the AWS SDK reads of an `http.IncomingMessage`, over an answer that never was on a wire. */
export class InterceptedResponse extends Readable {
  readonly statusCode: number;
  readonly statusMessage: string;
  readonly headers: EndpointResponse['headers'];
  readonly httpVersion = '1.1';
  readonly complete = true;
  readonly #body: EndpointResponse['body'];

  constructor({ status, headers, body }: EndpointResponse) {
    super();
    this.statusCode = status;
    this.statusMessage = STATUS_CODES[status] ?? '';
    this.headers = headers;
    this.#body = body;
  }

  override _read(): void {
    if (this.#body?.length) this.push(this.#body);
    this.push(null);
  }
}
