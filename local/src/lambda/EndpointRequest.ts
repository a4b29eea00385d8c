/** An HTTP request that a function's AWS SDK makes to the endpoint, once it has left the SDK. */
export interface EndpointRequest {
  method: string;
  /** Path and query string. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  /** Text where the SDK wrote text, as the JSON protocols do. */
  body: string | Uint8Array;
}

/** What the endpoint answers. */
export interface EndpointResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}
