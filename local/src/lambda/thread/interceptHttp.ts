import http from 'node:http';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { InterceptedRequest } from './InterceptedRequest.ts';
import type { Answer } from './InterceptedRequest.ts';

type OnResponse = (response: IncomingMessage) => void;
type Parts = [string | URL | RequestOptions, (RequestOptions | OnResponse)?, OnResponse?];

/**
 * Gives every request that this thread makes to `endpoint` to `answer`, below the AWS SDK: the SDK serializes, signs and
 * retries as always, but no socket is paid for. Must run before the function's module loads.
 */
export function interceptHttp(endpoint: URL, answer: Answer): void {
  const realRequest = http.request as (...parts: Parts) => ClientRequest;

  function request(...parts: Parts): ClientRequest | InterceptedRequest {
    const { options, onResponse } = readParts(parts);
    const host = options.hostname ?? options.host ?? 'localhost';
    if (!isAt(endpoint, host, options.port)) return realRequest(...parts);
    const intercepted = new InterceptedRequest(
      { method: options.method ?? 'GET', path: options.path ?? '/', headers: headersOf(options.headers) },
      answer,
    );
    if (onResponse) intercepted.once('response', onResponse);
    return intercepted;
  }

  function get(...parts: Parts): ClientRequest | InterceptedRequest {
    const started = request(...parts);
    started.end();
    return started;
  }

  Object.assign(http, { request, get });
  syncBuiltinESMExports();
}

/** The bucket of a virtual-hosted S3 request stands before the endpoint's own name. */
function isAt(endpoint: URL, host: string, port: string | number | null | undefined): boolean {
  if (String(port ?? '80') !== (endpoint.port || '80')) return false;
  return host === endpoint.hostname || host.endsWith(`.${endpoint.hostname}`);
}

function readParts([first, second, third]: Parts): { options: RequestOptions; onResponse: OnResponse | undefined } {
  const onResponse = typeof second === 'function' ? second : third;
  const given = typeof second === 'object' ? second : {};
  if (typeof first !== 'string' && !(first instanceof URL)) return { options: { ...first, ...given }, onResponse };
  const { hostname, port, pathname, search } = new URL(first);
  return { options: { hostname, port: port || null, path: pathname + search, ...given }, onResponse };
}

function headersOf(given: RequestOptions['headers']): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    if (value !== undefined) headers[name.toLowerCase()] = String(value);
  }
  return headers;
}
