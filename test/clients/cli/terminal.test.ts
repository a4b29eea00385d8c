import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ProgressBar } from '../../../clients/cli/ProgressBar.ts';
import { callCli } from './callCli.ts';
import { type RecordingService, recordingService } from './recordingService.ts';

/* What is shown on a terminal, and what must never reach one. */

const HOSTILE = [
  ['clears the screen', '\u001b[2J'],
  ['sets the title', '\u001b]0;owned\u0007'],
  ['does so in one character', '\u009b2J'],
  ['goes back and overwrites', 'Ana\rBen'],
  ['forges a line', 'Ana\nrun_9  PAID'],
  ['deletes', 'Ana\u007f\b'],
  ['turns the direction', '\u202eanA'],
] as const;
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/;

let service: RecordingService;
beforeAll(async () => {
  const nodes = HOSTILE.map(([, name], index) => ({
    employeeId: `emp_${index}`,
    givenName: name,
    familyName: '',
    version: 1,
  }));
  const run = { runId: 'run_2a', status: 'PAID', period: {}, startedBy: '\u001b[31mme', employeeCount: null };
  service = await recordingService({
    Employees: { employees: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } },
    PayrollRun: { payrollRun: run },
    FailedPayrollRunItems: { failedPayrollRunItems: { nodes: [], pageInfo: { hasNextPage: false } } },
    RetryPayment: { retryPayment: { payment: null, replayed: false, userErrors: [] } },
  });
});
afterAll(() => service.close());

describe.each([true, false])('a hostile name, on a terminal: %s', (isTerminal) => {
  test('acts on nothing, and stays on its line', async () => {
    const { stdout } = await callCli(['employees', 'list'], { env: { ...service.env, NO_COLOR: '1' }, isTerminal });
    expect(stdout).not.toMatch(CONTROLS);
    expect(stdout.trimEnd().split('\n')).toHaveLength(HOSTILE.length + 1);
  });

  test('acts on nothing as JSON either, where it is whole', async () => {
    const { stdout } = await callCli(['employees', 'list', '--json'], { ...service, isTerminal });
    expect(stdout).not.toMatch(CONTROLS);
    const { nodes } = JSON.parse(stdout) as { nodes: { givenName: string }[] };
    expect(nodes.map(({ givenName }) => givenName)).toEqual(HOSTILE.map(([, name]) => name));
  });
});

test.each<[where: string, isTerminal: boolean, env: NodeJS.ProcessEnv, hasColour: boolean]>([
  ['on a terminal', true, {}, true],
  ['on a terminal with NO_COLOR', true, { NO_COLOR: '1' }, false],
  ['on a terminal that cannot draw', true, { TERM: 'dumb' }, false],
  ['in a pipe', false, {}, false],
])('statuses have colours only where they are seen: %s', async (_where, isTerminal, env, hasColour) => {
  const { stdout } = await callCli(['runs', 'show', 'run_2a'], { env: { ...service.env, ...env }, isTerminal });
  expect(stdout).toContain('PAID');
  expect(stdout.includes('\u001b[32mPAID')).toBe(hasColour);
  expect(stdout).not.toContain('\u001b[31m');
});

describe('where money moves', () => {
  const words = ['payments', 'retry', 'pay_1'];
  const sent = () => service.received.filter((operation) => operation === 'mutation RetryPayment').length;

  test.each<[who: string, words: string[], options: { stdin?: string; isTerminal: boolean }, exitCode: number]>([
    ['a script without --yes', words, { isTerminal: false }, 6],
    ['a script on a terminal, which --json says it is', [...words, '--json'], { isTerminal: true }, 6],
    ['a person who types something else', words, { isTerminal: true, stdin: 'no\n' }, 6],
    ['a person who types the word', words, { isTerminal: true, stdin: 'pay\n' }, 0],
    ['a script with --yes', [...words, '--yes'], { isTerminal: false }, 0],
  ])('%s', async (_who, asked, options, exitCode) => {
    const before = sent();
    const answer = await callCli(asked, { ...options, env: service.env });
    expect(answer.exitCode).toBe(exitCode);
    expect(sent() - before, 'payments sent').toBe(exitCode === 0 ? 1 : 0);
  });
});

describe('a progress bar', () => {
  const draw = (isTTY: boolean, env: NodeJS.ProcessEnv) => {
    let text = '';
    const out = {
      isTTY,
      columns: 60,
      write: (chunk: string) => Boolean((text += chunk)),
    } as unknown as NodeJS.WriteStream;
    const bar = new ProgressBar('calculated', out, env);
    for (let done = 0; done <= 100; done++)
      bar.update(done, 100, 'a note that is longer than the terminal has room for');
    bar.end();
    return text;
  };

  test.each([
    ['in a pipe', false, {}],
    ['with NO_COLOR', true, { NO_COLOR: '1' }],
  ])('is a plain line for every tenth %s', (_where, isTTY, env) => {
    const text = draw(isTTY, env);
    expect(text).not.toMatch(CONTROLS);
    expect(text.trimEnd().split('\n')).toHaveLength(10);
  });

  test('is one line on a terminal, no longer than it', () => {
    const lines = draw(true, {}).trimEnd().split('\r\u001b[2K');
    expect(lines.at(-1)).toContain('█'.repeat(8));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('leaves the words whole at 80 columns, the status first', () => {
    let text = '';
    const out = { isTTY: true, columns: 80, write: (chunk: string) => Boolean((text += chunk)) };
    const bar = new ProgressBar('employees calculated', out as unknown as NodeJS.WriteStream, {});
    bar.update(1_000, 1_000, '409 failed · AWAITING_APPROVAL');
    expect(text).toMatch(/█ 409 failed · AWAITING_APPROVAL · employees calculated 1000\/1000/);
  });
});
