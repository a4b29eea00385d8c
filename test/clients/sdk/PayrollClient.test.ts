import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  CompanyDocument,
  PayrollRunsDocument,
  StartPayrollRunDocument,
} from '../../../clients/generated/operations/graphql.ts';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { isPayrollError } from '../../../clients/sdk/PayrollError.ts';
import type { TokenSource } from '../../../clients/sdk/TokenSource.ts';
import { VirtualTime } from './simulation/VirtualTime.ts';

const time = new VirtualTime();
const START = { payGroupId: 'biweekly', periodStartDate: '2026-11-09' };

beforeEach(() => time.install());
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

interface Sent {
  authorization: string;
  variables: { input?: { idempotencyKey: string }; after?: string | null };
  atMs: number;
}

type Answer = { status?: number; data?: unknown; errors?: unknown[]; requestId?: string };

const LOST = 'LOST';
const UNAVAILABLE: Answer = { status: 503 };
const EXPIRED: Answer = {
  status: 401,
  errors: [{ errorType: 'UnauthorizedException', message: 'Token has expired.' }],
};
const STARTED: Answer = { data: { startPayrollRun: { run: { runId: 'run_1' }, replayed: false, userErrors: [] } } };

/** A client of a service that answers as it is told, the last answer again and again; and what was sent to it. */
function clientOf(answers: readonly (Answer | typeof LOST)[], token: TokenSource = 'key secret') {
  const sent: Sent[] = [];
  const client = new PayrollClient({
    endpoint: 'https://payroll.example/graphql',
    token,
    fetch: (_endpoint, { headers, body } = {}) => {
      const { authorization = '' } = headers as Record<string, string>;
      const { variables } = JSON.parse(body as string) as Pick<Sent, 'variables'>;
      const answer = answers[Math.min(sent.length, answers.length - 1)] ?? LOST;
      sent.push({ authorization, variables, atMs: time.nowMs });
      if (answer === LOST) return Promise.reject(new TypeError('fetch failed'));
      const { status = 200, requestId = 'request-1', ...json } = answer;
      const init = { status, headers: { 'x-amzn-requestid': requestId } };
      return Promise.resolve(new Response(JSON.stringify(json), init));
    },
  });
  return { client, sent };
}

const keysOf = (sent: Sent[]) => sent.map(({ variables }) => variables.input?.idempotencyKey);

describe('a command', () => {
  test('has its idempotency key before the first try, and the same at each other', async () => {
    const { client, sent } = clientOf([LOST, UNAVAILABLE, { status: 429 }, STARTED]);
    const { run } = await time.passUntil(client.startPayrollRun(START));
    expect(run?.runId).toBe('run_1');
    expect(sent).toHaveLength(4);
    expect(new Set(keysOf(sent)).size).toBe(1);
    expect(keysOf(sent)[0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('keeps the key that it is given', async () => {
    const { client, sent } = clientOf([STARTED]);
    await client.startPayrollRun({ ...START, idempotencyKey: 'mine' });
    expect(keysOf(sent)).toEqual(['mine']);
  });

  test('is a new one at each call', async () => {
    const { client, sent } = clientOf([STARTED]);
    await client.startPayrollRun(START);
    await client.startPayrollRun(START);
    expect(new Set(keysOf(sent)).size).toBe(2);
  });

  test('waits longer from try to try, at random, and is given up in the end', async () => {
    const random = vi.spyOn(Math, 'random').mockReturnValue(0.5);
    const { client, sent } = clientOf([UNAVAILABLE]);
    const failing = time.passUntil(client.startPayrollRun(START));
    await expect(failing).rejects.toMatchObject({ code: 'HTTP 503', retryable: true, requestId: 'request-1' });
    expect(sent.map(({ atMs }) => atMs - (sent[0]?.atMs ?? 0))).toEqual([0, 100, 300, 700, 1_500, 3_100]);
    expect(random).toHaveBeenCalledTimes(5);
  });

  test('is not sent again when the service refused it', async () => {
    const reason = { code: 'PAY_GROUP_NOT_FOUND', message: 'There is none.', field: null, resolution: 'Make one.' };
    const refused = { data: { startPayrollRun: { run: null, replayed: false, userErrors: [reason] } } };
    const { client, sent } = clientOf([refused]);
    const error: unknown = await client.startPayrollRun(START).catch((thrown: unknown) => thrown);
    expect(isPayrollError(error) && [error.code, error.retryable, error.requestId]).toEqual([
      'PAY_GROUP_NOT_FOUND',
      false,
      'request-1',
    ]);
    expect(error).toMatchObject({ name: 'PayrollRefusal', userErrors: [reason] });
    expect(sent).toHaveLength(1);
  });

  test.each([
    ['forbidden', { errors: [{ errorType: 'Unauthorized', message: 'Not Authorized.' }] }, false],
    ['too fast for a table', { errors: [{ errorType: 'DynamoDB:ThrottlingException', message: 'Slow down.' }] }, true],
    ['blocked by the firewall', { status: 403, errors: [{ errorType: 'WAFForbiddenException', message: '' }] }, false],
  ])('that is %s may be sent again: %#', async (_case, answer: Answer, isSentAgain) => {
    const { client, sent } = clientOf([answer, STARTED]);
    await time.passUntil(client.startPayrollRun(START).catch(() => {}));
    expect(sent).toHaveLength(isSentAgain ? 2 : 1);
  });

  test('that is aborted while it waits for the next try is not sent any more', async () => {
    const { client, sent } = clientOf([UNAVAILABLE]);
    const stop = new AbortController();
    const aborted = client.startPayrollRun(START, { signal: stop.signal });
    time.after(1, () => stop.abort(new Error('enough')));
    vi.spyOn(Math, 'random').mockReturnValue(1);
    await expect(time.passUntil(aborted)).rejects.toThrow('enough');
    expect(sent).toHaveLength(1);
  });
});

describe('an operation that is just executed', () => {
  test.each<Answer | typeof LOST>([LOST, UNAVAILABLE])('is sent once, whatever comes back: %j', async (answer) => {
    const query = clientOf([answer]);
    await expect(query.client.execute(CompanyDocument, {})).rejects.toMatchObject({ retryable: true });
    const mutation = clientOf([answer]);
    const input = { ...START, idempotencyKey: 'mine' };
    await expect(mutation.client.execute(StartPayrollRunDocument, { input })).rejects.toMatchObject({
      retryable: true,
    });
    expect([query.sent.length, mutation.sent.length]).toEqual([1, 1]);
  });

  test('is not sent at all with a signal that is aborted', async () => {
    const { client, sent } = clientOf([{ data: {} }]);
    const signal = AbortSignal.abort(new Error('never'));
    await expect(client.execute(CompanyDocument, {}, { signal })).rejects.toThrow('never');
    expect(sent).toEqual([]);
  });

  test('takes the text of a document, or text', async () => {
    const { client } = clientOf([{ data: { company: null } }]);
    expect(await client.execute('{ company { name } }', {})).toEqual({ company: null });
    await expect(client.execute({ kind: 'Document', definitions: [] } as never, {})).rejects.toThrow('print(document)');
  });
});

describe('a token', () => {
  test('that the service does not take is renewed once', async () => {
    const asked: boolean[] = [];
    const token: TokenSource = ({ forceRefresh }) => {
      asked.push(forceRefresh);
      return forceRefresh ? 'new' : 'old';
    };
    const { client, sent } = clientOf([EXPIRED, { data: { company: null } }], token);
    expect(await client.execute(CompanyDocument, {})).toEqual({ company: null });
    expect(sent.map(({ authorization }) => authorization)).toEqual(['old', 'new']);
    const hopeless = clientOf([EXPIRED], token);
    const refused = hopeless.client.execute(CompanyDocument, {});
    await expect(refused).rejects.toMatchObject({ code: 'UnauthorizedException', retryable: false });
    expect(hopeless.sent).toHaveLength(2);
    expect(asked).toEqual([false, true, false, true]);
  });

  test('that is a constant cannot be renewed', async () => {
    const { client, sent } = clientOf([EXPIRED]);
    await expect(client.execute(CompanyDocument, {})).rejects.toMatchObject({ message: 'Token has expired.' });
    expect(sent).toHaveLength(1);
  });
});

describe('a list', () => {
  const page = (nodes: string[], endCursor: string | null): Answer => ({
    data: { payrollRuns: { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } } },
  });

  test('is read page by page, each when it is asked for', async () => {
    const { client, sent } = clientOf([page(['a', 'b'], '2'), page([], '3'), page(['c'], null)]);
    const nodes: unknown[] = [];
    for await (const node of client.nodes(PayrollRunsDocument, { first: 2 })) {
      nodes.push(node);
      if (nodes.length === 2) expect(sent).toHaveLength(1);
    }
    expect(nodes).toEqual(['a', 'b', 'c']);
    expect(sent.map(({ variables }) => variables.after)).toEqual([null, '2', '3']);
  });

  test('that the caller may not see is empty', async () => {
    const { client } = clientOf([{ data: { payrollRuns: null } }]);
    expect(await client.pages(PayrollRunsDocument, {}).next()).toEqual({ done: true, value: undefined });
  });
});
