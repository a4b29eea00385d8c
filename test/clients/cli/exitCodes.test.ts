import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { callCli } from './callCli.ts';
import { runCli } from './runCli.ts';

/* A script tells by the exit code what happened, and by the code in the error what to do about it. */

const directory = mkdtempSync(join(tmpdir(), 'payroll-cli-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const elsewhere = ['--data-dir', directory];
const stopped = join(directory, 'stopped');
const localConfiguration = {
  graphqlUrl: 'http://127.0.0.1:9/graphql',
  userPoolClientId: 'none',
  userPoolEndpoint: 'http://127.0.0.1:9/cognito-idp',
  sampleUsers: [{ username: 'admin@sample.example', group: 'PayrollAdmin', password: 'none' }],
};

test.each<[what: string, words: string[], exitCode: number, code: string]>([
  ['no such command', ['payslips', 'frame'], 2, 'UNKNOWN_COMMAND'],
  ['an option that is not known', ['payslips', 'calculate', '--file', 'x'], 2, 'UNKNOWN_OPTION'],
  ['no input named', ['payslips', 'calculate'], 2, 'MISSING_OPTION'],
  ['a file that is not there', ['payslips', 'calculate', '--input', join(directory, 'no')], 2, 'FILE_NOT_READABLE'],
  ['a service that was never started', ['payslips', 'explain', 'slip_x', ...elsewhere], 5, 'NOT_STARTED'],
])('%s ends with its own code', async (_what, words, exitCode, code) => {
  const answer = await runCli([...words, '--json']);
  expect(answer.exitCode).toBe(exitCode);
  expect(JSON.parse(answer.stderr)).toMatchObject({ error: { code } });
});

test('a service that has stopped is told as not reachable', async () => {
  mkdirSync(stopped);
  writeFileSync(join(stopped, 'local.json'), JSON.stringify(localConfiguration));
  const answer = await runCli(['payslips', 'verify', 'slip_x', '--data-dir', stopped, '--json']);
  expect(answer.exitCode).toBe(5);
});

test.each([
  ['help', ['--help'], 'payslips explain'],
  ['help of a command', ['payslips', 'calculate', '--help'], 'docs/payslip-input.md'],
])('%s is an answer, not an error', async (_what, words, says) => {
  const { exitCode, stdout } = await runCli(words);
  expect(exitCode).toBe(0);
  expect(stdout).toContain(says);
});

test('a change without an answer is told with the key that makes it safe to send again', async () => {
  const env = { PAYROLL_GRAPHQL_URL: 'http://127.0.0.1:9/graphql', PAYROLL_TOKEN: 'key secret' };
  const words = ['runs', 'cancel', 'run_1', '--reason', 'a test', '--key', 'chosen', '--timeout', '1'];
  const { exitCode, stderr } = await callCli(words, { env });
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 7, stderr: expect.stringContaining('--key chosen') });
});
