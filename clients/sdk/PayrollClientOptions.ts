import type { TokenSource } from './TokenSource.ts';
import type { WebSocketClass } from './WebSocketClass.ts';

export interface PayrollClientOptions {
  /** `https://….appsync-api.<region>.amazonaws.com/graphql`, a custom domain, or the local engine's `http://…/graphql`. */
  endpoint: string;
  /** `key <secret>` of a partner application, or what answers a user's access token, such as `signIn`. */
  token: TokenSource;
  /** Sends the requests, by default the platform's own `fetch`: for frameworks that wrap it, and for proxies. */
  fetch?: typeof fetch;
  /** Opens the real-time connection, by default the platform's own `WebSocket`; Node.js 20 has none and takes that of `ws`. */
  webSocket?: WebSocketClass;
}
