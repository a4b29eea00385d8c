import { once } from 'node:events';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { breakIn, type RunEvent } from '../../../clients/cli/breakIn.ts';
import { SAMPLE_COMPANY_ID } from '../../../demo/sampleUsers.ts';
import { startInput } from '../../acceptance/payrollOffice.ts';
import { type CliOffice, openCliOffice } from './openCliOffice.ts';
import { spawnCli } from './spawnCli.ts';

/* A pay period, from the command line alone. */

const EMPLOYEES = 120;
const { payGroupId, periodStartDate } = startInput();
const start = ['runs', 'start', '--group', payGroupId, '--period', periodStartDate];
const again = [...start, '--sequence', '2'];

let office: CliOffice;
let runId: string;
let events: RunEvent[];
beforeAll(async () => {
  office = await openCliOffice(EMPLOYEES);
});
afterAll(() => office?.close());

interface ShownRun {
  runId: string;
  status: string;
  calculationHash: string;
}

const documentsIn = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const show = async () => documentsIn((await office.payroll('runs', 'show', runId, '--json')).stdout)[0] as ShownRun;

test('a doctor finds a service that is well to be so', async () => {
  const { exitCode, stdout } = await office.payroll('doctor', '--json');
  const [{ checks }] = documentsIn(stdout) as [{ checks: { name: string; outcome: string }[] }];
  expect(checks.filter(({ outcome }) => outcome !== 'OK')).toEqual([]);
  expect(exitCode).toBe(0);
});

test('Ctrl-C leaves a run alone, and says how to go on watching it', async () => {
  const gate = ['hooks', 'set', 'gate', '--point', 'before-calculate', '--blocking', '--waits', '3600'];
  expect(await office.payroll(...gate)).toMatchObject({ exitCode: 0 });
  const child = spawnCli([...start, '--watch', '--data-dir', office.dataDirectory]);
  const ended = once(child, 'close');
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (stdout += String(chunk)));
  for await (const chunk of child.stderr) {
    stderr += String(chunk);
    // The hook holds it there for as long as the test takes.
    if (stderr.includes('CALCULATING') && !child.killed) child.kill('SIGINT');
  }
  const [exitCode] = await ended;
  const [interrupted = ''] = stdout.split(' ');
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 130,
    stderr: expect.stringContaining(`payroll runs watch ${interrupted}`),
  });

  expect(await office.payroll('hooks', 'complete', interrupted, 'gate', '--outcome', 'continue')).toMatchObject({
    exitCode: 0,
  });
  const watched = await office.payroll('runs', 'watch', interrupted);
  expect(watched).toMatchObject({ exitCode: 0, stdout: expect.stringContaining(`${interrupted}  AWAITING_APPROVAL`) });
  await office.payroll('hooks', 'delete', 'gate');
  expect(await office.payroll('runs', 'cancel', interrupted, '--reason', 'only a test')).toMatchObject({ exitCode: 0 });
});

test('a run that is started and watched answers a line for each change, and at the end the run', async () => {
  const { exitCode, stdout } = await office.payroll(...again, '--watch', '--json');
  const documents = documentsIn(stdout) as { status?: string; doneCount?: number; run?: ShownRun }[];
  const [started] = documents;
  runId = started?.run?.runId ?? '';
  const counts = documents.flatMap(({ doneCount }) => doneCount ?? []);
  expect(counts).toEqual(counts.toSorted((one, other) => one - other));
  expect(counts.at(-1)).toBe(EMPLOYEES);
  expect(documents.at(-1)).toMatchObject({ runId, status: 'AWAITING_APPROVAL', employeeCount: EMPLOYEES });
  expect(exitCode).toBe(0);
});

test('a run that is started twice is the same run', async () => {
  const { exitCode, stdout } = await office.payroll(...again);
  expect({ exitCode, stdout }).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining(`${runId} is started (it was`),
  });
});

test('a run that is watched in vain is left alone when the time is over', async () => {
  const { exitCode, stderr } = await office.payroll('runs', 'watch', runId, '--until', 'end', '--timeout', '1');
  expect({ exitCode, stderr }).toMatchObject({
    exitCode: 7,
    stderr: expect.stringContaining(`payroll runs watch ${runId}`),
  });
  expect(await show()).toMatchObject({ status: 'AWAITING_APPROVAL' });
});

test.each<[what: string, words: string[], exitCode: number, says: string]>([
  ['nobody is asked', [], 6, 'CONFIRMATION_NEEDED'],
  ['another calculation was looked at', ['--hash', 'another', '--yes'], 3, 'STALE_CALCULATION'],
  ['somebody else approves', ['--yes', '--as', 'admin'], 4, 'Unauthorized'],
])('nothing is paid when %s', async (_what, words, exitCode, says) => {
  const answer = await office.payroll('runs', 'approve', runId, ...words);
  expect(answer).toMatchObject({ exitCode, stderr: expect.stringContaining(says) });
  expect(await show()).toMatchObject({ status: 'AWAITING_APPROVAL' });
});

test('what is approved with its hash is followed until it is paid', async () => {
  const { calculationHash } = await show();
  const words = ['runs', 'approve', runId, '--hash', calculationHash, '--yes', '--watch'];
  const { exitCode, stdout } = await office.payroll(...words);
  expect(stdout).toContain(`calculation ${calculationHash}`);
  // The sample company has employees who cannot be calculated.
  expect({ exitCode, ...(await show()) }).toMatchObject({ exitCode: 1, status: 'PARTIALLY_PAID' });
});

test('the history of a run is proven whole', async () => {
  const { exitCode, stdout } = await office.payroll('runs', 'events', runId, '--json');
  const [history] = documentsIn(stdout) as [{ events: RunEvent[]; isChainWhole: boolean }];
  ({ events } = history);
  expect({ exitCode, isChainWhole: history.isChainWhole }).toEqual({ exitCode: 0, isChainWhole: true });
  expect(events.at(-1)).toMatchObject({ status: 'PARTIALLY_PAID' });
});

test.each<[what: string, forge: (events: RunEvent[]) => RunEvent[], says: string]>([
  [
    'an event that was changed',
    (all) => all.with(1, { ...all[1], actor: 'nobody' } as RunEvent),
    'event 2 was changed',
  ],
  ['an event that was taken out', (all) => all.toSpliced(2, 1), 'event 3 is missing'],
  ['two that changed places', (all) => [all[1], all[0], ...all.slice(2)] as RunEvent[], 'event 1 is missing'],
  [
    'a hash that does not lead on',
    (all) => all.with(1, { ...all[1], previousHash: 'f00' } as RunEvent),
    'event 2 does not follow event 1',
  ],
])('a history is told to be broken by %s', (_what, forge, says) => {
  expect(breakIn(forge(events), SAMPLE_COMPANY_ID, runId)).toBe(says);
  expect(breakIn(events, SAMPLE_COMPANY_ID, runId)).toBeUndefined();
});

test.each<[choice: string[], isThere: boolean]>([
  [['--status', 'partially-paid', '--group', payGroupId, '--type', 'regular'], true],
  [['--status', 'partially-paid', '--from', periodStartDate, '--to', periodStartDate], true],
  [['--status', 'draft'], false],
  [['--to', '2000-01-01'], false],
  [['--from', '2100-01-01'], false],
])('a list of runs by %j', async (choice, isThere) => {
  const { stdout } = await office.payroll('runs', 'list', '--json', ...choice);
  const [{ nodes }] = documentsIn(stdout) as [{ nodes: ShownRun[] }];
  expect(nodes.map((run) => run.runId)).toEqual(isThere ? [runId] : []);
});

test('a list that is asked for whole is a line for each', async () => {
  const { stdout } = await office.payroll('payments', 'list', runId, '--all', '--json');
  const payments = documentsIn(stdout) as { status: string }[];
  expect(payments.length).toBeGreaterThan(100);
  expect(new Set(payments.map(({ status }) => status))).toEqual(new Set(['SUBMITTED']));
});

test('one employee of a paid run is taken back', async () => {
  const { stdout: list } = await office.payroll('payments', 'list', runId, '--first', '1', '--json');
  const [{ nodes }] = documentsIn(list) as [{ nodes: { employeeId: string }[] }];
  const words = [
    'runs',
    'void',
    runId,
    nodes[0]?.employeeId ?? '',
    '--reason',
    'wrong amount',
    '--yes',
    '--watch',
    '--json',
  ];
  const { exitCode, stdout } = await office.payroll(...words);
  const reversal = documentsIn(stdout).at(-1);
  expect({ exitCode, reversal }).toMatchObject({ exitCode: 0, reversal: { status: 'PAID', reversesRunId: runId } });
});
