import { expect, test } from 'vitest';
import { failure, invokes, StateMachineRig, until } from './StateMachineRig.ts';

/** Calculates segments until none is open any more: each round is a map run of its own under the same label. */
const ROUNDS = {
  StartAt: 'Prepare',
  States: {
    Prepare: invokes('prepare', {
      Assign: { open: '{% $states.result.Payload.open %}', round: '{% $states.result.Payload.round %}' },
      Next: 'Calculate',
    }),
    Calculate: {
      Type: 'Map',
      Label: 'Segments',
      Items: '{% $open %}',
      ItemSelector: {
        segment: '{% $states.context.Map.Item.Value %}',
        place: '{% $states.context.Map.Item.Index %}',
        round: '{% $round %}',
      },
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Work',
        States: { Work: invokes('work') },
      },
      Output: {},
      Next: 'IsAnythingOpen',
    },
    IsAnythingOpen: {
      Type: 'Choice',
      Choices: [{ Condition: '{% $round < 3 %}', Next: 'Prepare' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
};

interface Work {
  segment: number;
  place: number;
  round: number;
}

function rounds(work: (item: Work) => unknown) {
  const worked: Work[] = [];
  let round = 0;
  const open = [[4, 7, 9], [7], [7, 9]];
  const rig = new StateMachineRig({
    functions: {
      prepare: () => ({ open: open[round], round: ++round }),
      work: (item: Work) => (worked.push(item), work(item)),
    },
  }).define(ROUNDS);
  const mapRuns = async (executionArn: string) => {
    const { mapRuns } = await rig.call<{ mapRuns: { mapRunArn: string }[] }>('ListMapRuns', { executionArn });
    const described = mapRuns.map(({ mapRunArn }) => rig.call('DescribeMapRun', { mapRunArn }));
    return (await Promise.all(described)) as { mapRunArn: string; status: string; redriveCount: number }[];
  };
  return { rig, worked, mapRuns };
}

test('a Choice may lead back to the first state, and a Map that is entered again is a new map run', async () => {
  const { rig, worked, mapRuns } = rounds(() => null);
  const { executionArn, status } = await rig.run();
  expect(status).toBe('SUCCEEDED');
  expect(worked).toEqual([
    { segment: 4, place: 0, round: 1 },
    { segment: 7, place: 1, round: 1 },
    { segment: 9, place: 2, round: 1 },
    { segment: 7, place: 0, round: 2 },
    { segment: 7, place: 0, round: 3 },
    { segment: 9, place: 1, round: 3 },
  ]);
  const runs = await mapRuns(executionArn);
  expect(runs.map((run) => run.status)).toEqual(['SUCCEEDED', 'SUCCEEDED', 'SUCCEEDED']);
  expect(new Set(runs.map(({ mapRunArn }) => mapRunArn)).size).toBe(3);
  const events = await rig.history(executionArn);
  expect(events.map(({ id }) => id)).toEqual(events.map((_event, index) => index + 1));
  expect(events.filter(({ previousEventId }) => previousEventId === 0)).toHaveLength(2); // started, and first entered
});

test('a restart in a later round goes on in that round', async () => {
  let release: (() => void) | undefined;
  const { rig, worked, mapRuns } = rounds(({ round, segment }) => {
    if (round === 3 && segment === 9 && !release)
      return new Promise<null>((resolve) => (release = () => resolve(null)));
    return null;
  });
  const arn = await rig.start();
  await until(() => release !== undefined);
  rig.restart();
  expect((await rig.ended(arn)).status).toBe('SUCCEEDED');
  expect(worked.filter(({ round }) => round < 3)).toHaveLength(4);
  expect(worked.filter(({ segment, round }) => round === 3 && segment === 9)).toHaveLength(2);
  expect(await mapRuns(arn)).toHaveLength(3);
});

test('a redrive touches the map run of the round that failed, and no earlier one', async () => {
  let isHealed = false;
  const { rig, worked, mapRuns } = rounds(({ round, segment }) =>
    round === 3 && segment === 9 && !isHealed ? Promise.reject(failure('Bad')) : null,
  );
  const failed = await rig.run();
  expect(failed).toMatchObject({ status: 'FAILED', error: 'States.ExceedToleratedFailureThreshold' });
  isHealed = true;
  await rig.call('RedriveExecution', { executionArn: failed.executionArn });
  expect((await rig.ended(failed.executionArn)).status).toBe('SUCCEEDED');
  const runs = await mapRuns(failed.executionArn);
  expect(runs.map(({ redriveCount }) => redriveCount).sort()).toEqual([0, 0, 1]);
  expect(worked.filter(({ segment, round }) => round === 3 && segment === 9)).toHaveLength(2);
  expect(worked.filter(({ segment, round }) => round === 3 && segment === 7)).toHaveLength(1);
});
