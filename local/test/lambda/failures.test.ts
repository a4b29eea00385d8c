import { expect, test } from 'vitest';
import type { LogLine } from '../../src/lambda/LogRing.ts';
import { functionHost } from './functionHost.ts';

/** An `onLog` whose `until` answers when a line contains `text`: by then the function is running. */
function watchedLog() {
  const lines: LogLine[] = [];
  let check = () => {};
  return {
    lines,
    onLog: (line: LogLine) => {
      lines.push(line);
      check();
    },
    until: (text: string) =>
      new Promise<LogLine>((resolve) => {
        check = () => {
          const found = lines.find(({ line }) => line.includes(text));
          if (found) resolve(found);
        };
        check();
      }),
  };
}

test.each([
  [
    'throws',
    `throw Object.assign(new Error('no account'), { name: 'BankAccountMissing' })`,
    'BankAccountMissing',
    'no account',
  ],
  ['throws what is no error', `throw 'plain'`, 'string', 'plain'],
  ['returns what JSON cannot write', `return 1n`, 'Runtime.JSONStringifyError', 'Unable to stringify response body'],
  [
    'leaves a rejection unhandled',
    `Promise.reject(new Error('lost')); await never`,
    'Runtime.UnhandledPromiseRejection',
    'Error: lost',
  ],
  ['throws in a timer', `setTimeout(() => { throw new RangeError('late') }); await never`, 'RangeError', 'late'],
  ['ends its process', `process.exit(3)`, 'Runtime.ExitError', 'exit status 3'],
  ['ends its process with success', `process.exit(0)`, 'Runtime.ExitError', 'without providing a reason'],
])(
  'a handler that %s fails with that name, and the next invocation is served',
  async (_case, body, errorType, message) => {
    const { deploy } = functionHost();
    const invoke = await deploy(`const never = new Promise(() => {});
    export const handler = async (event) => { if (event === 'well') return 'served'; ${body} };`);
    expect((await invoke()).functionError).toMatchObject({
      errorType,
      errorMessage: expect.stringContaining(message) as string,
    });
    expect(await invoke('well')).toEqual({ payload: 'served' });
  },
);

test.each([
  ['throws while it loads', `throw new TypeError('at load'); export const handler = 1;`, 'TypeError', 'at load'],
  [
    'exports no handler',
    `export const other = 1;`,
    'Runtime.HandlerNotFound',
    'index.handler is undefined or not exported',
  ],
  ['exports something else', `export const handler = 1;`, 'Runtime.HandlerNotFound', 'index.handler is not a function'],
  [
    'takes a callback',
    `export const handler = (event, context, callback) => callback(event, context);`,
    'Runtime.CallbackHandlerDeprecated',
    'callback',
  ],
])('a module that %s fails every invocation', async (_case, source, errorType, message) => {
  const { deploy } = functionHost();
  const invoke = await deploy(source);
  for (let attempt = 0; attempt < 2; attempt++) {
    expect((await invoke()).functionError).toMatchObject({
      errorType,
      errorMessage: expect.stringContaining(message) as string,
    });
  }
});

test.each([
  ['waits', 'await new Promise(() => {})'],
  ['never yields', 'for (;;);'],
])('a function that %s beyond its timeout is ended, with its thread', async (_case, body) => {
  const log = watchedLog();
  const { deploy, cloud, lambda } = functionHost({ onLog: log.onLog });
  const invoke = await deploy(`let count = 0;
    export const handler = async (event) => { count++; if (event === 'well') return count; console.log('busy'); ${body} };`);
  expect(await invoke('well')).toEqual({ payload: 1 });
  const outcome = invoke();
  const { requestId } = await log.until('busy');
  await cloud.clock.advance(2_999);
  expect(lambda.invocationsInFlight).toBe(1);
  await cloud.clock.advance(1);
  expect((await outcome).functionError).toEqual({
    errorType: 'Sandbox.Timedout',
    errorMessage: `RequestId: ${requestId} Error: Task timed out after 3.00 seconds`,
  });
  expect(await invoke('well')).toEqual({ payload: 1 });
});

test.each([
  ['heap', 'kept.push({ at: kept.length, list: [1, 2] })'],
  ['buffers', 'kept.push(Buffer.alloc(1_000_000, 1)); await new Promise(setImmediate)'],
])('a function that outgrows its memory in %s is ended, and the next invocation is served', async (_case, grow) => {
  const { deploy } = functionHost();
  const invoke = await deploy(
    `export const handler = async (event) => { const kept = []; while (event !== 'well') { ${grow} } return 'served'; };`,
    { memoryMegabytes: 128 },
  );
  expect((await invoke()).functionError).toMatchObject({
    errorType: 'Runtime.OutOfMemory',
    errorMessage: expect.stringContaining('signal: killed') as string,
  });
  expect(await invoke('well')).toEqual({ payload: 'served' });
});

test('a crash before the function runs leaves no trace of it; a crash after it leaves its effects, and loses its answer', async () => {
  const log = watchedLog();
  const crashes = ['LAMBDA_BEFORE', 'LAMBDA_AFTER'];
  const { deploy } = functionHost(
    { onLog: log.onLog },
    { faults: { next: (point) => (point === crashes[0] && crashes.shift() ? 'CRASH' : undefined) } },
  );
  const invoke = await deploy(
    `let count = 0; export const handler = async (event) => { console.log('ran', event); return ++count; };`,
  );
  expect((await invoke(1)).functionError?.errorType).toBe('Runtime.ExitError');
  expect((await invoke(2)).functionError?.errorType).toBe('Runtime.ExitError');
  expect(await invoke(3)).toEqual({ payload: 1 });
  expect(log.lines.map(({ line }) => line).filter((line) => line.startsWith('ran'))).toEqual(['ran 2', 'ran 3']);
});

test('what a function writes is logged under its request, and so is its failure', async () => {
  const { deploy, lambda } = functionHost();
  const invoke = await deploy(`
    import { Logger } from '@aws-lambda-powertools/logger';
    const logger = new Logger({ serviceName: 'payroll' });
    export const handler = async () => {
      console.log('plain %d', 1);
      process.stderr.write('two\\nlines\\n');
      logger.info('structured', { runId: 'run_1' });
      throw new Error('stop');
    };`);
  await invoke();
  const lines = lambda.recentLogs.of('worker');
  expect(lines.map(({ line }) => line.slice(0, 40))).toEqual([
    'plain 1',
    'two\nlines',
    expect.stringContaining('{"level":"INFO"'),
    expect.stringContaining('Invoke Error\t{"errorType":"Error"'),
  ]);
  expect(JSON.parse(lines[2]?.line ?? '')).toMatchObject({ message: 'structured', service: 'payroll', runId: 'run_1' });
  expect(new Set(lines.map(({ requestId }) => requestId)).size).toBe(1);
});
