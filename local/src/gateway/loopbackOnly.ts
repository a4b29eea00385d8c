import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_NAME = /^(?:localhost|127\.0\.0\.1|\[::1\]|[a-z0-9.-]+\.localhost)(?::\d{1,5})?$/i;

/**
 * Whether a request may have come from this machine's own user. A page of another site can make the browser connect
 * here: under its own name that resolves to 127.0.0.1 (DNS rebinding: a foreign Host), or openly (a foreign Origin).
 */
export function isFromThisMachine(headers: IncomingHttpHeaders): boolean {
  return LOOPBACK_NAME.test(headers.host ?? '') && (headers.origin === undefined || isLoopbackOrigin(headers.origin));
}

function isLoopbackOrigin(origin: string): boolean {
  const [scheme, host] = origin.split('://');
  return (scheme === 'http' || scheme === 'https') && host !== undefined && LOOPBACK_NAME.test(host);
}

/** What lets a page of this machine (the dashboard under Vite, for example) read an answer; nothing for other clients. */
export function corsHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  if (headers.origin === undefined) return {};
  return {
    'access-control-allow-origin': headers.origin,
    'access-control-expose-headers': 'x-amzn-errortype,x-amzn-requestid,x-amzn-query-error,etag,date',
    vary: 'Origin',
  };
}

/** The answer to a preflight: any method and header, because the origin has been checked. */
export function preflightHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  return {
    ...corsHeaders(headers),
    'access-control-allow-methods': 'GET,HEAD,POST,PUT,DELETE',
    'access-control-allow-headers': headers['access-control-request-headers'] ?? '*',
    'access-control-max-age': '600',
  };
}
