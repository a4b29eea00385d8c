import { expect, test } from 'vitest';
import { failure, invokes, settle, StateMachineRig, type TestFunction } from './StateMachineRig.ts';

/** The shape of a payroll run: prepare, calculate each segment, reconcile, wait for approval, pay; compensate on failure. */
const MACHINE = {
  StartAt: 'PrepareRun',
  TimeoutSeconds: 86_400,
  States: {
    PrepareRun: invokes('prepare', {
      Assign: { runId: '{% $states.input.runId %}', manifest: '{% $states.result.Payload.manifest %}' },
      Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 1, MaxAttempts: 2, JitterStrategy: 'FULL' }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'RunFailed', Output: '{% $states.errorOutput %}' }],
      Next: 'CalculateSegments',
    }),
    CalculateSegments: {
      Type: 'Map',
      Label: 'Segments',
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket: 'manifests', Key: '{% $manifest %}' },
        ReaderConfig: { InputType: 'JSONL' },
      },
      ItemSelector: { runId: '{% $runId %}', segment: '{% $states.context.Map.Item.Value.segment %}' },
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'CalculateSegment',
        States: { CalculateSegment: invokes('calculate') },
      },
      Output: { held: '{% $sum($states.result.held) %}' },
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'RunFailed', Output: '{% $states.errorOutput %}' }],
      Next: 'NeedsApproval',
    },
    NeedsApproval: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $states.input.held = 0 %}', Next: 'Pay' }],
      Default: 'AwaitApproval',
    },
    AwaitApproval: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: {
        FunctionName: 'askForApproval',
        Payload: { runId: '{% $runId %}', taskToken: '{% $states.context.Task.Token %}' },
      },
      TimeoutSeconds: 3_600,
      Catch: [{ ErrorEquals: ['Rejected', 'States.Timeout'], Next: 'RunFailed', Output: '{% $states.errorOutput %}' }],
      Next: 'Pay',
    },
    Pay: invokes('pay', { Arguments: { FunctionName: 'pay', Payload: { runId: '{% $runId %}' } }, Next: 'Paid' }),
    Paid: { Type: 'Succeed', Output: { paid: '{% $runId %}' } },
    RunFailed: { Type: 'Fail', Error: '{% $states.input.Error %}', Cause: '{% "run " & $runId & " stopped" %}' },
  },
};

function payrollRig(functions: Record<string, TestFunction> = {}) {
  const done: string[] = [];
  const tokens: string[] = [];
  const rig = new StateMachineRig({
    objects: { 'manifests/run_1': '{"segment":1}\n{"segment":2}\n{"segment":3}\n' },
    functions: {
      prepare: ({ runId }: { runId: string }) => ({ manifest: runId }),
      calculate: ({ segment }: { segment: number }) => (
        done.push(`calculate ${segment}`),
        { held: segment === 2 ? 1 : 0 }
      ),
      askForApproval: ({ taskToken }: { taskToken: string }) => void tokens.push(taskToken),
      pay: ({ runId }: { runId: string }) => void done.push(`pay ${runId}`),
      ...functions,
    },
  });
  return { rig: rig.define(MACHINE), done, tokens };
}

test('a held employee makes the run wait for approval; approved, it is paid', async () => {
  const { rig, done, tokens } = payrollRig();
  const arn = await rig.start({ runId: 'run_1' }, 'run_1');
  await settle();
  expect(done).toEqual(['calculate 1', 'calculate 2', 'calculate 3']);
  rig.restart();
  await settle();
  await rig.call('SendTaskSuccess', { taskToken: tokens[0], output: '{"by":"Ann"}' });
  expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: '{"paid":"run_1"}' });
  expect(done).toEqual(['calculate 1', 'calculate 2', 'calculate 3', 'pay run_1']);
});

test('nothing held is paid without asking', async () => {
  const { rig, done, tokens } = payrollRig({ calculate: () => ({ held: 0 }) });
  expect((await rig.run({ runId: 'run_1' })).status).toBe('SUCCEEDED');
  expect(tokens).toEqual([]);
  expect(done).toEqual(['pay run_1']);
});

test.each([
  [
    'rejected',
    async (rig: StateMachineRig, token: string) =>
      void (await rig.call('SendTaskFailure', { taskToken: token, error: 'Rejected' })),
    'Rejected',
  ],
  ['not answered in an hour', (rig: StateMachineRig) => rig.cloud.clock.advance(3_600_000), 'States.Timeout'],
])('approval %s fails the run before any payment', async (_case, answer, error) => {
  const { rig, done, tokens } = payrollRig();
  const arn = await rig.start({ runId: 'run_1' });
  await settle();
  await answer(rig, tokens[0] ?? '');
  expect(await rig.ended(arn)).toMatchObject({ status: 'FAILED', error });
  expect(done).not.toContain('pay run_1');
});

test('a segment that cannot be calculated leads to the fail branch', async () => {
  const { rig } = payrollRig({ calculate: () => Promise.reject(failure('Broken')) });
  const ended = await rig.run({ runId: 'run_1' });
  expect(ended).toMatchObject({
    status: 'FAILED',
    error: 'States.ExceedToleratedFailureThreshold',
    cause: 'run run_1 stopped',
  });
});
