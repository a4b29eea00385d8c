import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type CalculatedLine, calculateLines } from '../../../clients/cli/payslips/calculateLines.ts';
import { runCli } from './runCli.ts';
import { spawnCli } from './spawnCli.ts';

/* A payslip from a file, without the service: the same engine, one line at a time. */

const INPUT = join(import.meta.dirname, 'payslips.jsonl');
const text = readFileSync(INPUT, 'utf8');
const golden: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'payslips.golden.json'), 'utf8'));
const readDoc = (name: string) => readFileSync(join(import.meta.dirname, '..', '..', '..', 'docs', name), 'utf8');

/** What the golden file keeps of an answer: every amount, or which field of which line is wrong. */
const summaryOf = (calculated: CalculatedLine) =>
  calculated.ok
    ? {
        line: calculated.line,
        employeeId: calculated.payslip.employeeId,
        lines: Object.fromEntries(calculated.payslip.lines.map(({ code, amountCents }) => [code, amountCents])),
        netPayCents: calculated.payslip.netPayCents,
      }
    : { line: calculated.line, type: calculated.error.type, field: calculated.error.field ?? null };

/** What a file of one line comes to. */
const onlyAnswer = async (line: string) => (await calculateLines([line]).next()).value as CalculatedLine;

describe('a file of employee-periods', () => {
  test('gives a payslip or a typed error for each line, in order, and the exit code tells of the errors', async () => {
    const { exitCode, stdout, stderr } = await runCli(['payslips', 'calculate', '--input', INPUT, '--json']);
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as CalculatedLine);
    expect(answers.map(summaryOf)).toEqual(golden);
    expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: '' });
  });

  test('gives every payslip with its hash and a trace whose parts sum to its lines', async () => {
    for await (const calculated of calculateLines(text.split('\n'))) {
      if (!calculated.ok) continue;
      expect(calculated.hash).toMatch(/^[0-9a-f]{64}$/);
      const parts = calculated.trace.lines.map(({ code, steps }) => [
        code,
        steps.filter(({ role }) => role === 'PART').reduce((sum, { value }) => sum + Number(value), 0),
      ]);
      expect(parts).toEqual(calculated.payslip.lines.map(({ code, amountCents }) => [code, amountCents]));
    }
  });

  test('names file, line and field for a person', async () => {
    const { stdout } = await runCli(['payslips', 'calculate', '--input', INPUT]);
    expect(stdout).toContain(`${INPUT}:1: emp_salary paid 2026-03-20: gross 2000.00, net `);
    expect(stdout).toContain(`${INPUT}:7: INVALID_INPUT employee.birthdate: `);
  });
});

test('a pipe of good lines ends with exit code 0; a byte order mark and Windows line ends do no harm', async () => {
  const [first = '', second = ''] = text.split('\n');
  const { exitCode, stdout } = await runCli(
    ['payslips', 'calculate', '--input', '-', '--json'],
    `\uFEFF${first}\r\n\r\n${second}`,
  );
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as CalculatedLine).line);
  expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: [1, 3] });
});

test('a reader who has seen enough ends it quietly', async () => {
  const line = text.split('\n')[0] ?? '';
  const child = spawnCli(['payslips', 'calculate', '--input', '-', '--json']);
  const ended = once(child, 'close');
  child.stdin.on('error', () => {}); // it may be gone before it has read all
  child.stdin.end(`${line}\n`.repeat(2_000));
  child.stdout.once('data', () => child.stdout.destroy());
  const stderr = await readAll(child.stderr);
  expect({ exit: await ended, stderr }).toEqual({ exit: [0, null], stderr: '' });
});

test('the example of docs/payslip-input.md is calculated', async () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readDoc('payslip-input.md')) ?? [];
  const calculated = await onlyAnswer(example.replaceAll('\n', ' '));
  expect(calculated).toMatchObject({ line: 1, ok: true });
});

test.each([
  ['a member of the wrong level', { federalW4: { form: 'W4_2020' } }, 'federalW4'],
  ['null in a list', { payInputs: { workweeks: [null], earnings: [] } }, 'payInputs.workweeks.0'],
  ['null for a record', { yearToDate: { amountsCents: null } }, 'yearToDate.amountsCents'],
  ['a member inside a record', { employer: { unemployment: { TX: { rate: 1 } } } }, 'employer.unemployment.TX.rate'],
])('%s is refused by its path', async (_what, line, field) => {
  const calculated = await onlyAnswer(JSON.stringify(line));
  expect(calculated).toMatchObject({ ok: false, error: { type: 'INVALID_INPUT', field } });
});
