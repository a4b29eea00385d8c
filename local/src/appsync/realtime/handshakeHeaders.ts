import type { IncomingMessage } from 'node:http';

const HEADER_PROTOCOL = 'header-';

/**
 * The headers that a client brings to the WebSocket handshake, by whichever of the three carriers: the query string, a
 * sub-protocol `header-<base64url>`, or ordinary headers. Names in lower case; undefined when the JSON cannot be read.
 */
export function handshakeHeaders(request: IncomingMessage): Record<string, string> | undefined {
  const encoded = new URL(request.url ?? '/', 'ws://localhost').searchParams.get('header') ?? protocolHeader(request);
  if (encoded === undefined) {
    return lowerCase(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
  }
  try {
    const decoded = JSON.parse(Buffer.from(encoded, 'base64').toString()) as Record<string, unknown>;
    return lowerCase(Object.entries(decoded).map(([name, value]) => [name, String(value)]));
  } catch {
    return undefined;
  }
}

/** The sub-protocols that a client offers. */
export function offeredProtocols(request: IncomingMessage): string[] {
  return (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
}

function protocolHeader(request: IncomingMessage): string | undefined {
  const protocol = offeredProtocols(request).find((offered) => offered.startsWith(HEADER_PROTOCOL));
  return protocol?.slice(HEADER_PROTOCOL.length);
}

function lowerCase(entries: readonly (readonly [string, string])[]): Record<string, string> {
  return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}
