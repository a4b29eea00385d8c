/**
 * What the local Lambda host costs: `node local/bench/lambda.ts`.
 *
 * - warm invocation: `invoke` of a function that does nothing, one at a time, from the call to its answer: two thread
 *   hops and the JSON of a small event. Policies and the gateway are not in it.
 * - cold start: a new environment for a bundle with five AWS SDK clients and Powertools' logger, from the call to the first
 *   answer; "compiled before" finds the bundle's code in Node.js's compile cache.
 * - SDK call: one GetItem of a 300-byte item through the real client inside a function, one at a time, after as many to
 *   warm up. "In the thread": serialize, sign, intercept, evaluate the policy, read SQLite, parse. "Forwarded": the same
 *   with both hops to the main thread.
 * - memory: the heap of an environment whose function is empty, and of one that has loaded the bundle above.
 *
 * Noise: medians move by a tenth between runs on a quiet machine, and by half on a busy one; compare within one run only.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SystemClock } from '../src/Clock.ts';
import { awsJsonAnswer } from '../src/gateway/awsJsonAnswer.ts';
import { Lambda } from '../src/lambda/Lambda.ts';
import type { LambdaOptions } from '../src/lambda/LambdaOptions.ts';
import { bundled } from '../test/lambda/bundled.ts';
import { payrollTable } from '../test/lambda/payrollTable.ts';
import { ROOT, testCloud } from '../test/testCloud.ts';

const WARM_INVOCATIONS = 5_000;
const SDK_CALLS = 3_000;
const COLD_STARTS = 5;

const HEAP = `import { getHeapStatistics } from 'node:v8';
  export const handler = async () => getHeapStatistics().used_heap_size;`;
const CLIENTS = `
  import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
  import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
  import { S3Client } from '@aws-sdk/client-s3';
  import { SFNClient } from '@aws-sdk/client-sfn';
  import { SQSClient } from '@aws-sdk/client-sqs';
  import { Logger } from '@aws-lambda-powertools/logger';
  import { getHeapStatistics } from 'node:v8';
  export const others = [new EventBridgeClient({}), new S3Client({}), new SFNClient({}), new SQSClient({}), new Logger()];
  const dynamodb = new DynamoDBClient({});
  export const handler = async ({ calls }) => {
    for (let call = 0; call < calls; call++) await get();
    const startedAt = performance.now();
    for (let call = 0; call < calls; call++) await get();
    return { msPerCall: (performance.now() - startedAt) / calls, heap: getHeapStatistics().used_heap_size };
  };
  const get = () => dynamodb.send(new GetItemCommand({ TableName: 'payroll', Key: { pk: { S: 'run' } } }));`;

const cloud = testCloud();
const account = { ...cloud, clock: new SystemClock() };
const store = payrollTable(cloud);
store.call('PutItem', { TableName: 'payroll', Item: { pk: { S: 'run' }, note: { S: 'x'.repeat(300) } } }, ROOT);

const inThread: NonNullable<LambdaOptions['threadServices']> = {
  module: new URL('../test/lambda/openThreadServices.ts', import.meta.url).href,
  policiesOf: () => ({ Statement: [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: '*' }] }),
};

/** A host with one function, and how to invoke it. */
function hostOf(codeDirectory: string, threadServices?: LambdaOptions['threadServices']) {
  const lambda = new Lambda(account, {
    endpointUrl: 'http://127.0.0.1:1',
    credentialsOf: () => ({ accessKeyId: 'AKIDLOCAL', secretAccessKey: 'secret', sessionToken: 'token' }),
    dispatch: ({ headers, body, caller }) => {
      const operation = (headers['x-amz-target'] ?? '').split('.')[1] ?? '';
      const input = JSON.parse(body.toString()) as Record<string, unknown>;
      return Promise.resolve(awsJsonAnswer(store.contentType, store.call(operation, input, caller)));
    },
    ...(threadServices && { threadServices }),
  });
  const arn = 'arn:aws:lambda:us-east-1:000000000000:function:bench';
  lambda.defineFunction({
    ...{ arn, name: 'bench', codeDirectory, handler: 'index.handler', environment: {}, runtime: 'nodejs24.x' },
    ...{
      timeoutSeconds: 60,
      memoryMegabytes: 1024,
      architecture: 'arm64',
      roleArn: 'arn:aws:iam::000000000000:role/bench',
    },
  });
  const invoke = async (payload: unknown) => {
    const { payload: answer, functionError } = await lambda.invoke(arn, payload, ROOT);
    if (functionError) throw new Error(`${functionError.errorType}: ${functionError.errorMessage}`);
    return answer;
  };
  return { invoke, close: () => lambda.close() };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

function quantile(values: readonly number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? NaN;
}

function print(what: string, ms: number, note = ''): void {
  console.log(`${what.padEnd(44)}${ms.toFixed(3).padStart(10)} ms  ${note}`);
}

const empty = hostOf(await bundled('export const handler = async () => {};'));
for (let warmUp = 0; warmUp < 1_000; warmUp++) await empty.invoke({ runId: 'run' });
const warm: number[] = [];
for (let call = 0; call < WARM_INVOCATIONS; call++) warm.push(await timed(() => empty.invoke({ runId: 'run' })));
await empty.close();
print('warm invocation, median', quantile(warm, 0.5), `slowest 1%: ${quantile(warm, 0.99).toFixed(3)} ms`);

const bundle = await bundled(CLIENTS);
const bundleKilobytes = Math.round(statSync(join(bundle, 'index.mjs')).size / 1024);
const cold: number[] = [];
for (let start = 0; start <= COLD_STARTS; start++) {
  const host = hostOf(bundle, inThread);
  cold.push(await timed(() => host.invoke({ calls: 0 })));
  // The second invocation waits until the first has left its compiled code behind.
  await host.invoke({ calls: 0 });
  await host.close();
}
print('cold start, never compiled', cold[0] ?? NaN, `bundle of ${bundleKilobytes} KB`);
print('cold start, compiled before, median', quantile(cold.slice(1), 0.5));

for (const [where, threadServices] of [['in the thread', inThread] as const, ['forwarded', undefined] as const]) {
  const host = hostOf(bundle, threadServices);
  const { msPerCall } = (await host.invoke({ calls: SDK_CALLS })) as { msPerCall: number };
  print(`SDK call, ${where}, mean`, msPerCall);
  await host.close();
}

const megabytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
const small = hostOf(await bundled(HEAP), inThread);
console.log(`heap of an environment, empty function       ${megabytes((await small.invoke({})) as number)}`);
await small.close();
const large = hostOf(bundle, inThread);
console.log(
  `heap of an environment, SDK bundle           ${megabytes(((await large.invoke({ calls: 0 })) as { heap: number }).heap)}`,
);
await large.close();
rmSync(cloud.dataDirectory, { recursive: true });
