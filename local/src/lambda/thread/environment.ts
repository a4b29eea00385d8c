/** The main module of an execution environment's thread: becomes the function, then runs one invocation at a time. */
import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { SystemClock } from '../../Clock.ts';
import type { InvokeMessage, ThreadStart } from '../ThreadMessages.ts';
import type { OpenThreadServices, ThreadServices } from '../ThreadServices.ts';
import { answerInThread } from './answerInThread.ts';
import { captureOutput } from './captureOutput.ts';
import { formatError } from './formatError.ts';
import { interceptHttp } from './interceptHttp.ts';
import { contextOf, loadHandler } from './loadHandler.ts';
import type { Handler } from './loadHandler.ts';
import { MainThread } from './MainThread.ts';
import { refuseSockets } from './refuseSockets.ts';
import { setTime } from './setTime.ts';

/** 6 MB and 100 bytes. */
const RESPONSE_LIMIT_BYTES = 6_291_556;

const startedAt = performance.now();
const start = workerData as ThreadStart;
if (!parentPort) throw new Error('An execution environment runs in a worker thread.');
const mainThread = new MainThread(parentPort);
let requestId = '';
let invokedAt = startedAt;
let isFirst = true;

// The host turns the compile cache on by this variable; the function must not see it.
delete process.env['NODE_COMPILE_CACHE'];
captureOutput((line) => mainThread.post({ kind: 'log', requestId, line }));
const machineNow = Date.now;
const { virtualNow, offsetMs } = start;
// The instant at which the function was invoked, or at which its last forwarded call was answered.
if (virtualNow) setTime(() => Number(Atomics.load(virtualNow, 0)));
else if (offsetMs !== 0) setTime(() => machineNow() + offsetMs);
const endpoint = new URL(start.endpointUrl);
const inThread = start.services && (await openServices(start.services));
if (start.interceptRequests) {
  const forward = mainThread.forward.bind(mainThread);
  interceptHttp(endpoint, inThread ? answerInThread(inThread, forward) : forward);
}
refuseSockets(start.interceptRequests ? undefined : endpoint);

process.on('uncaughtException', (error) => end(error, 129));
process.on('unhandledRejection', (reason) => {
  end(Object.assign(new Error(String(reason)), { name: 'Runtime.UnhandledPromiseRejection' }), 128);
});

try {
  const handler = await loadHandler(start.modulePath, start.handler);
  mainThread.listen((invocation) => void run(handler, invocation));
  mainThread.post({ kind: 'ready', initMs: performance.now() - startedAt });
} catch (error) {
  mainThread.post({ kind: 'initFailed', error: formatError(error) });
}

async function openServices({ module, ...parts }: NonNullable<ThreadStart['services']>): Promise<ThreadServices> {
  const { openThreadServices } = (await import(module)) as { openThreadServices: OpenThreadServices };
  return openThreadServices({ ...parts, clock: new SystemClock() });
}

async function run(handler: Handler, invocation: InvokeMessage): Promise<void> {
  requestId = invocation.requestId;
  invokedAt = performance.now();
  process.env['_X_AMZN_TRACE_ID'] = invocation.traceId;
  try {
    const payload = textOf(await handler(JSON.parse(invocation.payload), contextOf(invocation)));
    mainThread.post({ kind: 'returned', payload, ...spent() });
  } catch (error) {
    mainThread.post({ kind: 'threw', error: formatError(error), exits: false, ...spent() });
  }
  if (!isFirst) return;
  isFirst = false;
  // After the answer, and only now: the cache then also holds the functions that an invocation needed.
  flushCompileCache();
}

function spent(): { durationMs: number; report: unknown } {
  return { durationMs: performance.now() - invokedAt, report: inThread?.takeReport?.() };
}

function textOf(result: unknown): string {
  let text: string;
  try {
    text = JSON.stringify(result) ?? 'null';
  } catch {
    throw Object.assign(new Error('Unable to stringify response body'), { name: 'Runtime.JSONStringifyError' });
  }
  if (text.length > RESPONSE_LIMIT_BYTES / 3 && Buffer.byteLength(text) > RESPONSE_LIMIT_BYTES) {
    const message = `Response payload size exceeded maximum allowed payload size (${RESPONSE_LIMIT_BYTES} bytes).`;
    throw Object.assign(new Error(message), { name: 'Function.ResponseSizeTooLarge', stack: '' });
  }
  return text;
}

/** As the runtime does: the invocation fails with the error, and the process ends. */
function end(error: Error, exitCode: number): void {
  mainThread.post({ kind: 'threw', error: formatError(error), exits: true, ...spent() });
  process.exit(exitCode);
}
