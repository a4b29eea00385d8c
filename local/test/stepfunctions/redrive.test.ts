import { describe, expect, test } from 'vitest';
import { failure, invokes, MACHINE_ARN, settle, StateMachineRig, until } from './StateMachineRig.ts';

const waits = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } };

describe('RedriveExecution', () => {
  test('starts the failed state again and keeps what succeeded', async () => {
    const calls: string[] = [];
    let isHealed = false;
    const rig = new StateMachineRig({
      functions: {
        first: () => void calls.push('first'),
        second: () => (calls.push('second'), isHealed ? 'ok' : Promise.reject(failure('Bad'))),
      },
    }).define({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'First', States: { First: invokes('first') } },
            {
              StartAt: 'Pause',
              States: {
                Pause: { Type: 'Wait', Seconds: 1, Next: 'Second' },
                Second: invokes('second', { Retry: [{ ErrorEquals: ['Bad'], MaxAttempts: 1 }], End: true }),
              },
            },
          ],
          End: true,
        },
      },
    });
    const failed = await rig.run({}, { waitsMs: 10_000 });
    expect(failed).toMatchObject({ status: 'FAILED', error: 'Bad', redriveStatus: 'REDRIVABLE' });
    isHealed = true;
    await rig.call('RedriveExecution', { executionArn: failed.executionArn });
    expect(await rig.ended(failed.executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '[null,"ok"]',
      redriveCount: 1,
      redriveStatusReason: 'Execution is SUCCEEDED and cannot be redriven',
    });
    expect(calls).toEqual(['first', 'second', 'second', 'second']);
  });

  test('leaves alone what was caught before', async () => {
    const each = {
      Type: 'Map',
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'F',
        States: { F: { Type: 'Fail' } },
      },
      End: true,
    };
    const rig = new StateMachineRig().define({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'Each', States: { Each: each } }],
          Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Stop' }],
          End: true,
        },
        Stop: { Type: 'Wait', Seconds: 60, End: true },
      },
    });
    const executionArn = await rig.start([1]);
    await settle();
    await rig.call('StopExecution', { executionArn });
    await rig.call('RedriveExecution', { executionArn });
    const { mapRuns } = await rig.call<{ mapRuns: { mapRunArn: string }[] }>('ListMapRuns', { executionArn });
    expect(await rig.call('DescribeMapRun', { mapRunArn: mapRuns[0]?.mapRunArn })).toMatchObject({
      status: 'FAILED',
      redriveCount: 0,
    });
  });

  test('a stopped execution can be redriven, for 14 days', async () => {
    const rig = new StateMachineRig().define(waits);
    const arn = await rig.start();
    await settle();
    await rig.call('StopExecution', { executionArn: arn, error: 'Operator', cause: 'lunch' });
    expect(await rig.describe(arn)).toMatchObject({
      status: 'ABORTED',
      error: 'Operator',
      cause: 'lunch',
      redriveStatus: 'REDRIVABLE',
    });
    await rig.call('RedriveExecution', { executionArn: arn });
    await settle();
    await rig.cloud.clock.advance(60_000);
    expect((await rig.ended(arn)).status).toBe('SUCCEEDED');
    const second = await rig.start();
    await rig.call('StopExecution', { executionArn: second });
    await rig.cloud.clock.advance(15 * 86_400_000);
    await expect(rig.call('RedriveExecution', { executionArn: second })).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
    });
  });

  test('the same client token redrives once, and answers the same for a quarter of an hour', async () => {
    const rig = new StateMachineRig({ functions: { work: () => Promise.reject(failure('Bad')) } }).define({
      StartAt: 'Work',
      States: { Work: invokes('work') },
    });
    const { executionArn } = await rig.run();
    const redrive = (clientToken: string) => rig.call('RedriveExecution', { executionArn, clientToken });
    const first = await redrive('once');
    await rig.ended(executionArn);
    rig.restart();
    await rig.cloud.clock.advance(15 * 60_000 - 1);
    expect(await redrive('once')).toEqual(first);
    expect((await rig.describe(executionArn)).redriveCount).toBe(1);
    await rig.cloud.clock.advance(1);
    expect(await redrive('once')).not.toEqual(first);
    expect((await rig.ended(executionArn)).redriveCount).toBe(2);
  });

  test('a running execution is not redriven, whatever the token', async () => {
    const rig = new StateMachineRig().define(waits);
    const executionArn = await rig.start();
    await settle();
    await expect(rig.call('RedriveExecution', { executionArn, clientToken: 'new' })).rejects.toMatchObject({
      name: 'ExecutionNotRedrivable',
      message: 'Execution is RUNNING and cannot be redriven',
    });
  });

  test('DescribeExecution tells how often, when, and whether it would work again', async () => {
    const rig = new StateMachineRig({ functions: { work: () => Promise.reject(failure('Bad')) } }).define({
      StartAt: 'Work',
      States: { Work: invokes('work') },
    });
    const { executionArn, ...failed } = await rig.run();
    expect(failed).toMatchObject({ redriveCount: 0, redriveStatus: 'REDRIVABLE' });
    expect(failed).not.toHaveProperty('redriveDate');
    await rig.cloud.clock.advance(1_000);
    await rig.call('RedriveExecution', { executionArn });
    expect(await rig.ended(executionArn)).toMatchObject({
      status: 'FAILED',
      redriveCount: 1,
      redriveDate: rig.cloud.clock.now() / 1000,
      redriveStatus: 'REDRIVABLE',
    });
  });

  test('the state that starts again sees the redrive in its context, with its retries and its time anew', async () => {
    const seen: unknown[] = [];
    let isHealed = false;
    const rig = new StateMachineRig({
      functions: { work: (payload: unknown) => (seen.push(payload), isHealed ? 'ok' : Promise.reject(failure('Bad'))) },
    }).define({
      StartAt: 'Work',
      States: {
        Work: invokes('work', {
          Arguments: {
            FunctionName: 'work',
            Payload: ['{% $states.context.Execution.RedriveCount %}', '{% $states.context.State.RetryCount %}'],
          },
          TimeoutSeconds: 60,
          Retry: [{ ErrorEquals: ['Bad'], IntervalSeconds: 1, MaxAttempts: 1 }],
          End: true,
        }),
      },
    });
    const { executionArn } = await rig.run({}, { waitsMs: 1_000 });
    await rig.cloud.clock.advance(3_600_000);
    isHealed = true;
    await rig.call('RedriveExecution', { executionArn });
    expect(await rig.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    expect(seen).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
    ]);
  });

  test('a redrive that is under way goes on after a restart', async () => {
    let calls = 0;
    const work = () => {
      calls++;
      if (calls === 1) return Promise.reject(failure('Bad'));
      return calls === 2 ? new Promise(() => undefined) : 'ok';
    };
    const rig = new StateMachineRig({ functions: { work } }).define({
      StartAt: 'Work',
      States: { Work: invokes('work') },
    });
    const { executionArn } = await rig.run();
    await rig.call('RedriveExecution', { executionArn });
    await until(() => calls === 2);
    rig.restart();
    expect(await rig.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '"ok"', redriveCount: 1 });
  });

  test("a map run's children are redriven by the role of the machine, which must be allowed to", async () => {
    const machine = MACHINE_ARN.split(':').at(-1);
    const children = `arn:aws:states:us-east-1:000000000000:execution:${machine}/Segments:*`;
    let isAllowed = false;
    const role = {
      arn: 'arn:aws:sts::000000000000:assumed-role/payroll/session',
      allows: (action: string, resource: string) =>
        action !== 'states:RedriveExecution' || (isAllowed && resource === children),
    };
    let isHealed = false;
    const rig = new StateMachineRig({
      callerOfRole: () => role,
      functions: { work: () => (isHealed ? 'ok' : Promise.reject(failure('Bad'))) },
    }).define({
      StartAt: 'Calculate',
      States: {
        Calculate: {
          Type: 'Map',
          Label: 'Segments',
          Items: [1],
          ItemProcessor: {
            ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
            StartAt: 'Work',
            States: { Work: invokes('work') },
          },
          End: true,
        },
      },
    });
    const { executionArn } = await rig.run();
    isHealed = true;
    await rig.call('RedriveExecution', { executionArn });
    expect(await rig.ended(executionArn)).toMatchObject({ status: 'FAILED', error: 'States.Permissions' });
    isAllowed = true;
    await rig.call('RedriveExecution', { executionArn });
    expect(await rig.ended(executionArn)).toMatchObject({ status: 'SUCCEEDED', output: '["ok"]', redriveCount: 2 });
  });
});
