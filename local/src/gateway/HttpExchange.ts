import type { IncomingHttpHeaders } from 'node:http';

/** One request, read whole: what the services, the signature check and the firewall look at. */
export interface HttpRequest {
  readonly method: string;
  /** Still percent-encoded, as it was signed; without the query string. */
  readonly path: string;
  /** The query string as received, without its `?`; empty when there is none. */
  readonly queryString: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly sourceIp: string;
}

/** What is written back; `content-length`, `date` and the CORS headers are the gateway's. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}
