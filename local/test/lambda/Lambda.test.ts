import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { functionHost } from './functionHost.ts';
import { callerAllowed } from '../testCloud.ts';

const ARN = 'arn:aws:lambda:us-east-1:000000000000:function:worker';

describe('environments', () => {
  test('a warm environment keeps the state of its module', async () => {
    const { deploy, lambda } = functionHost();
    const invoke = await deploy('let count = 0; export const handler = async () => ++count;');
    expect([await invoke(), await invoke(), await invoke()]).toEqual([{ payload: 1 }, { payload: 2 }, { payload: 3 }]);
    expect(lambda.counts.get('worker')).toMatchObject({ invocations: 3, coldStarts: 1 });
  });

  test('an environment runs one invocation at a time, and the rest wait in the order of their arrival', async () => {
    const { deploy } = functionHost({ maxEnvironmentsPerFunction: 1 });
    const invoke = await deploy(`
      let running = 0, order = 0;
      export const handler = async (event) => {
        running++;
        await new Promise((resolve) => setTimeout(resolve, 5));
        return { event, order: order++, running: running-- };
      };`);
    const outcomes = await Promise.all([0, 1, 2].map((event) => invoke(event)));
    expect(outcomes.map(({ payload }) => payload)).toEqual([0, 1, 2].map((n) => ({ event: n, order: n, running: 1 })));
  });

  test('a busy environment is joined by a second one', async () => {
    const { deploy, lambda } = functionHost({ maxEnvironmentsPerFunction: 2 });
    const invoke = await deploy('let count = 0; export const handler = async () => ++count;');
    expect(await Promise.all([invoke(), invoke()])).toEqual([{ payload: 1 }, { payload: 1 }]);
    expect(lambda.counts.get('worker')?.coldStarts).toBe(2);
  });

  test('an environment that nobody used for a minute of real time is ended, however much virtual time passes', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    onTestFinished(() => void vi.useRealTimers());
    const { deploy, lambda, cloud } = functionHost();
    const invoke = await deploy('let count = 0; export const handler = async () => ++count;');
    await invoke();
    await cloud.clock.advance(3_600_000);
    vi.advanceTimersByTime(59_000);
    expect(await invoke()).toEqual({ payload: 2 });
    vi.advanceTimersByTime(121_000);
    expect(await invoke()).toEqual({ payload: 1 });
    expect(lambda.counts.get('worker')?.coldStarts).toBe(2);
  });

  test('a function sees its own variables and those that Lambda sets, and nobody else’s', async () => {
    const { deploy } = functionHost();
    const source =
      'globalThis.seen ??= process.env.TABLE; export const handler = async () => ({ seen, env: process.env });';
    const [first, second] = await Promise.all([
      deploy(source, { name: 'first', environment: { TABLE: 'one' } }),
      deploy(source, { name: 'second', environment: { TABLE: 'two' } }),
    ]);
    expect((await first()).payload).toMatchObject({
      seen: 'one',
      env: { TABLE: 'one', AWS_LAMBDA_FUNCTION_NAME: 'first' },
    });
    const { env } = (await second()).payload as { env: Record<string, string> };
    expect(env).toMatchObject({ TABLE: 'two', AWS_REGION: 'us-east-1', AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256' });
    expect(Object.keys(env).filter((name) => /^(PATH|HOME|NODE_|VITEST|npm_)/.test(name))).toEqual([]);
  });

  test('the context says what was invoked, and how much time is left', async () => {
    const { deploy } = functionHost();
    const invoke = await deploy(`export const handler = async (event, context) =>
      ({ ...context, left: context.getRemainingTimeInMillis() });`);
    expect((await invoke()).payload).toMatchObject({
      functionName: 'worker',
      functionVersion: '$LATEST',
      invokedFunctionArn: ARN,
      memoryLimitInMB: '256',
      logGroupName: '/aws/lambda/worker',
      left: 3000,
    });
  });

  test('a function lives in the virtual time of the account', async () => {
    const { deploy, cloud } = functionHost();
    const invoke = await deploy(`export const handler = async () =>
      [Date.now(), new Date().toISOString(), new Date(0).getTime(), new Date() instanceof Date];`);
    const start = cloud.clock.now();
    expect((await invoke()).payload).toEqual([start, new Date(start).toISOString(), 0, true]);
    await cloud.clock.advance(1_000);
    expect((await invoke()).payload).toEqual([start + 1_000, new Date(start + 1_000).toISOString(), 0, true]);
  });
});

describe('who may invoke', () => {
  test('a caller without lambda:InvokeFunction is refused before the function is looked for', async () => {
    const { lambda } = functionHost();
    await expect(lambda.invoke(ARN, {}, callerAllowed())).rejects.toThrow(
      expect.objectContaining({ code: 'AccessDeniedException', message: expect.stringContaining(ARN) as string }),
    );
  });

  test('a function that does not exist is not found', async () => {
    const { lambda } = functionHost();
    await expect(lambda.invoke(ARN, {}, callerAllowed(`lambda:InvokeFunction ${ARN}`))).rejects.toThrow(
      expect.objectContaining({ code: 'ResourceNotFoundException', statusCode: 404 }),
    );
  });
});

describe('payloads', () => {
  test('what JSON cannot carry does not arrive', async () => {
    const { deploy } = functionHost();
    const invoke = await deploy(
      'export const handler = async (event) => ({ event, none: undefined, on: new Date(0) });',
    );
    const { payload } = await invoke({ at: new Date(0), gone: undefined });
    expect(payload).toStrictEqual({ event: { at: '1970-01-01T00:00:00.000Z' }, on: '1970-01-01T00:00:00.000Z' });
  });

  test('a handler that returns nothing answers null', async () => {
    const { deploy } = functionHost();
    const invoke = await deploy('export const handler = async () => {};');
    expect(await invoke()).toEqual({ payload: null });
  });

  test('a request over 6 MB is refused, one of 6 MB is not', async () => {
    const { deploy } = functionHost();
    const invoke = await deploy('export const handler = async (event) => event.length;');
    const quotes = 2;
    expect(await invoke('x'.repeat(6_291_456 - quotes))).toEqual({ payload: 6_291_456 - quotes });
    await expect(invoke('x'.repeat(6_291_456 - quotes + 1))).rejects.toThrow(
      expect.objectContaining({ code: 'RequestTooLargeException', statusCode: 413 }),
    );
  });

  test('a response over 6 MB is a function error', async () => {
    const { deploy } = functionHost();
    const invoke = await deploy('export const handler = async (length) => "é".repeat(length);');
    expect((await invoke(3_000_000)).payload).toHaveLength(3_000_000);
    expect((await invoke(3_200_000)).functionError).toEqual({
      errorType: 'Function.ResponseSizeTooLarge',
      errorMessage: 'Response payload size exceeded maximum allowed payload size (6291556 bytes).',
    });
  });
});

describe('definitions', () => {
  test.each([
    ['an older runtime', { runtime: 'nodejs22.x' }, 'Lambda runtime nodejs22.x'],
    ['a variable that Lambda keeps for itself', { environment: { AWS_REGION: 'x' } }, 'AWS_REGION'],
    ['more than 4 KB of variables', { environment: { BIG: 'x'.repeat(4096) } }, '4KB'],
    ['a timeout over 15 minutes', { timeoutSeconds: 901 }, '901'],
    ['too little memory', { memoryMegabytes: 64 }, '64'],
    ['a handler whose module is not in the asset', { handler: 'main.handler' }, 'main.mjs'],
  ])('%s is refused', async (_case, settings, named) => {
    const { deploy } = functionHost();
    await expect(deploy('export const handler = async () => 1;', settings)).rejects.toThrow(named);
  });
});

test('closing fails what is running and what waits', async () => {
  const { deploy, lambda } = functionHost({ maxEnvironmentsPerFunction: 1 });
  const invoke = await deploy('export const handler = () => new Promise(() => {});');
  const both = Promise.allSettled([invoke(), invoke()]);
  await lambda.close();
  const failed = { status: 'rejected', reason: expect.objectContaining({ code: 'ServiceException' }) as Error };
  expect(await both).toEqual([failed, failed]);
  await expect(invoke()).rejects.toThrow('shutting down');
});
