/**
 * Step Functions interpreter: what one child of a Distributed Map costs beyond its Lambda.
 *
 *   node local/bench/stepfunctions.ts [--json]
 *
 * Measured: CPU time of this process (user + system) for one Standard execution whose Distributed Map reads JSON Lines
 * and starts Express children, each a single Lambda task with JSONata arguments and output; divided by the children.
 * It includes reading the items, starting the children, evaluating, writing their rows to SQLite and exporting results.
 * Peak resident memory is that of the process, manifest included, for the largest run so far; the Lambda answers at
 * once, so nothing of it is in the figures.
 * Not measured: Lambda, S3, other services. Noise: about 10% between runs on an idle machine; the first size warms up.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../src/Caller.ts';
import { SystemClock } from '../src/Clock.ts';
import type { Cloud } from '../src/Cloud.ts';
import { NO_FAULTS } from '../src/Faults.ts';
import { StepFunctions } from '../src/stepfunctions/StepFunctions.ts';

const ROOT: Caller = { arn: 'arn:aws:iam::000000000000:root', allows: () => true };
const ARN = 'arn:aws:states:us-east-1:000000000000:stateMachine:bench';

const DEFINITION = {
  QueryLanguage: 'JSONata',
  StartAt: 'Calculate',
  States: {
    Calculate: {
      Type: 'Map',
      Label: 'Calculate',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        ReaderConfig: { InputType: 'JSONL' },
        Arguments: { Bucket: 'manifests', Key: '{% $states.input.key %}' },
      },
      ItemSelector: { runId: '{% $states.input.runId %}', segment: '{% $states.context.Map.Item.Value %}' },
      MaxConcurrency: 40,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'CalculateSegment',
        States: {
          CalculateSegment: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke',
            Arguments: {
              FunctionName: 'calculateSegment',
              Payload: {
                runId: '{% $states.input.runId %}',
                number: '{% $states.input.segment.number + 1 %}',
                employeeIds: '{% $states.input.segment.employeeIds %}',
              },
            },
            Output: { paid: '{% $states.result.Payload.paid %}' },
            TimeoutSeconds: 60,
            Retry: [
              {
                ErrorEquals: ['Lambda.TooManyRequestsException'],
                IntervalSeconds: 1,
                MaxAttempts: 6,
                JitterStrategy: 'FULL',
              },
            ],
            End: true,
          },
        },
      },
      // As a run of any size needs it: results beyond 256 KiB fail a Map without one.
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Arguments: { Bucket: 'results', Prefix: 'runs' },
        WriterConfig: { OutputType: 'JSONL', Transformation: 'COMPACT' },
      },
      End: true,
    },
  },
};

interface Figures {
  children: number;
  cpuMicrosecondsPerChild: number;
  childrenPerSecond: number;
  peakMemoryMiB: number;
  bytesOnDiskPerChild: number;
}

async function measure(children: number): Promise<Figures> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'stepfunctions-bench-'));
  const employeeIds = Array.from({ length: 100 }, (_, index) => `emp_${String(index).padStart(8, '0')}`);
  const manifest = Buffer.from(
    Array.from({ length: children }, (_, number) => `${JSON.stringify({ number, employeeIds })}\n`).join(''),
  );
  const refuse = () => Promise.reject(new Error('not part of this benchmark'));
  let ended: ((status: unknown) => void) | undefined;
  const cloud: Cloud = {
    accountId: '000000000000',
    region: 'us-east-1',
    clock: new SystemClock(),
    faults: NO_FAULTS,
    dataDirectory,
    random: Math.random,
    callerOfRole: () => ROOT,
    call: refuse,
    invokeLambda: async () => ({ payload: { paid: 100 } }),
    executeGraphql: refuse,
    getObject: async () => manifest,
    putObject: async () => undefined,
  };
  const stepFunctions = new StepFunctions(cloud, {
    onStatusChange: ({ detail }) => {
      if (detail['status'] !== 'RUNNING') ended?.(detail['status']);
    },
  });
  stepFunctions.defineStateMachine({
    name: 'bench',
    arn: ARN,
    type: 'STANDARD',
    definition: JSON.stringify(DEFINITION),
    roleArn: 'role',
  });
  const cpuBefore = process.cpuUsage();
  const startedAt = performance.now();
  const done = new Promise((resolve) => (ended = resolve));
  const keepAlive = setInterval(() => undefined, 1_000);
  await stepFunctions.call(
    'StartExecution',
    { stateMachineArn: ARN, input: JSON.stringify({ key: 'k', runId: 'run_1' }) },
    ROOT,
  );
  const status = await done;
  clearInterval(keepAlive);
  const elapsedMs = performance.now() - startedAt;
  const cpu = process.cpuUsage(cpuBefore);
  if (status !== 'SUCCEEDED') throw new Error(`the execution ended ${String(status)}`);
  stepFunctions.close();
  const bytes = statSync(join(dataDirectory, 'stepfunctions.sqlite')).size;
  rmSync(dataDirectory, { recursive: true });
  return {
    children,
    cpuMicrosecondsPerChild: Math.round((cpu.user + cpu.system) / children),
    childrenPerSecond: Math.round((children / elapsedMs) * 1000),
    peakMemoryMiB: Math.round(process.resourceUsage().maxRSS / 1024),
    bytesOnDiskPerChild: Math.round(bytes / children),
  };
}

const figures: Figures[] = [];
for (const children of [100, 1_000, 10_000]) figures.push(await measure(children));
if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
else console.table(figures);
