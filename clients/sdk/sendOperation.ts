import { abortable } from './abortable.ts';
import { PayrollClientError } from './PayrollClientError.ts';
import type { PayrollClientOptions } from './PayrollClientOptions.ts';
import { tokenOf } from './TokenSource.ts';

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string; errorType?: string | null }[];
}

/**
 * Error types of an answer that came whole, and that may be another one next time: something behind the API was busy, was
 * too slow, or failed on its way.
 */
const PASSING =
  /Throttl|TooManyRequests|LimitExceeded|Timeout|TransactionConflict|Unavailable|InternalFailure|InternalServer|Lambda:Unhandled/;

/**
 * Sends one operation once, or twice when the token was refused and there is a newer one: a request that was not let in
 * did nothing. Throws `PayrollClientError` unless the service answered without a top-level error.
 */
export async function sendOperation(
  { endpoint, token, fetch: send = fetch }: PayrollClientOptions,
  query: string,
  variables: unknown,
  signal: AbortSignal | undefined,
): Promise<{ data: unknown; requestId: string | undefined }> {
  const body = JSON.stringify({ query, variables });
  const attempt = async (forceRefresh: boolean): Promise<[Response, string]> => {
    const authorization = await abortable(tokenOf(token, forceRefresh), signal);
    try {
      const headers = { 'content-type': 'application/json', authorization };
      const response = await send(endpoint, { method: 'POST', headers, body, ...(signal ? { signal } : {}) });
      return [response, await response.text()];
    } catch (cause) {
      signal?.throwIfAborted();
      throw new PayrollClientError('NETWORK', `${endpoint} did not answer.`, { retryable: true, cause });
    }
  };
  let [response, text] = await attempt(false);
  if (response.status === 401 && typeof token !== 'string') [response, text] = await attempt(true);

  const requestId = response.headers.get('x-amzn-requestid') ?? undefined;
  const answer = readAnswer(text);
  const [error] = answer?.errors ?? [];
  if (!error && response.ok && answer) return { data: answer.data, requestId };
  const { status } = response;
  const code =
    error?.errorType ?? response.headers.get('x-amzn-errortype') ?? (error ? 'GRAPHQL_ERROR' : `HTTP ${status}`);
  throw new PayrollClientError(code, error?.message ?? `${endpoint} answered ${status}.`, {
    retryable: status === 429 || status >= 500 || PASSING.test(code),
    requestId,
  });
}

function readAnswer(text: string): GraphqlAnswer | undefined {
  try {
    return JSON.parse(text) as GraphqlAnswer;
  } catch {
    return undefined; // a firewall or a proxy answers in its own words
  }
}
