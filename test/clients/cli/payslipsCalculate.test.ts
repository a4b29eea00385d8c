import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text as readAll } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { type CalculatedLine, calculateLines } from '../../../clients/cli/payslips/calculateLines.ts';
import { withEveryMember } from '../../../clients/cli/payslips/everyMember.ts';
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

const answersTo = async (...chunks: (string | Uint8Array)[]) => {
  const answers: CalculatedLine[] = [];
  for await (const answer of calculateLines(chunks)) answers.push(answer);
  return answers;
};

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
    for await (const calculated of calculateLines([text])) {
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

test('docs/payslip-input.md lists every member', () => {
  const page = readDoc('payslip-input.md');
  expect(page, 'run: node clients/cli/build.ts').toBe(withEveryMember(page));
});

test('the example of docs/payslip-input.md is calculated', async () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readDoc('payslip-input.md')) ?? [];
  const calculated = await onlyAnswer(example.replaceAll('\n', ' '));
  expect(calculated).toMatchObject({ line: 1, ok: true });
});

const [good = ''] = text.split('\n');

/** A good line in which the members at these paths are others; `undefined` takes one out. */
function lineWith(changes: Readonly<Record<string, unknown>>): string {
  const facts = JSON.parse(good) as object;
  for (const [path, value] of Object.entries(changes)) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    const holder = names.reduce((node, name) => node[name] as Node, facts as Node);
    // As JSON reads it: a member called __proto__ is a member.
    Object.defineProperty(holder, last, { value, enumerable: true, configurable: true, writable: true });
  }
  return JSON.stringify(facts);
}

type Node = Record<string, unknown>;
const deduction = (members: object) => [{ deductionId: 'd', type: 'HSA', amountCents: 1, ...members }];
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test.each<[what: string, changes: Record<string, unknown>, field: string]>([
  ['a member of the wrong level', { federalW4: { form: 'W4_2020' } }, 'federalW4'],
  ['null in a list', { 'payInputs.workweeks': [null] }, 'payInputs.workweeks.0'],
  ['null for a record', { 'yearToDate.amountsCents': null }, 'yearToDate.amountsCents'],
  [
    'a member in a record',
    { 'employer.unemployment': { TX: { ratePpm: 1, rate: 1 } } },
    'employer.unemployment.TX.rate',
  ],
  ['a year without pay dates', { 'period.payDatesInYear': 0 }, 'period.payDatesInYear'],
  ['a missing number of pay dates', { 'period.payDatesInYear': undefined }, 'period.payDatesInYear'],
  ['a negative number of pay dates', { 'period.payDatesInYear': -26 }, 'period.payDatesInYear'],
  ['more pay dates than a year has', { 'period.payDatesInYear': 260 }, 'period.payDatesInYear'],
  ['a pay date after the last', { 'period.indexInYear': 27 }, 'period.indexInYear'],
  ['a flag in quotes', { 'employee.compensation.isOvertimeExempt': 'true' }, 'employee.compensation.isOvertimeExempt'],
  ['a flag as a number', { 'employer.isFutaExempt': 0 }, 'employer.isFutaExempt'],
  ['hourly pay of a salary', { 'employee.compensation.hourlyRateCents': 1 }, 'employee.compensation.hourlyRateCents'],
  ['a form of no state', { 'employee.stateTaxForms': [{ state: 'Ny' }] }, 'employee.stateTaxForms.0.state'],
  ['a rate of no state', { 'employer.unemployment': { Tx: { ratePpm: 1 } } }, 'employer.unemployment.Tx'],
  ['a levy that nobody can elect', { 'employer.electedLevies': ['NY_SDI', 'NY_PFLL'] }, 'employer.electedLevies.1'],
  [
    'a misspelt treatment',
    { 'employee.deductions': deduction({ stateTreatment: { GA: { incomeTax: 'TAXD' } } }) },
    'employee.deductions.0.stateTreatment.GA.incomeTax',
  ],
  [
    'a treatment in no state',
    { 'employee.deductions': deduction({ stateTreatment: { Ga: { incomeTax: 'TAXED' } } }) },
    'employee.deductions.0.stateTreatment.Ga',
  ],
  [
    'a treatment in no locality',
    { 'employee.deductions': deduction({ stateTreatment: { 'US-PA-EITT': { incomeTax: 'TAXED' } } }) },
    'employee.deductions.0.stateTreatment.US-PA-EITT',
  ],
  ['leaving before being hired', { 'employee.terminationDate': '1999-01-01' }, 'employee.terminationDate'],
  ['being hired before birth', { 'employee.birthDate': '2025-01-01' }, 'employee.birthDate'],
  ['a day that no month has', { 'employee.hireDate': '2025-02-30' }, 'employee.hireDate'],
  ['a time where a date is', { 'period.payDate': '2026-03-20T00:00:00Z' }, 'period.payDate'],
  ['a sum beyond all money', { 'yearToDate.grossCents': Number.MAX_SAFE_INTEGER }, 'yearToDate.grossCents'],
  ['a code that no line has', { 'yearToDate.taxableCents': { us_ss: 1 } }, 'yearToDate.taxableCents.us_ss'],
  [
    'a month that no year has',
    { 'yearToDate.commuterByMonthCents': { '2026-13': 1 } },
    'yearToDate.commuterByMonthCents.2026-13',
  ],
  [
    'a list of 1,001',
    { 'payInputs.earnings': Array(1001).fill({ type: 'BONUS', amountCents: 1 }) },
    'payInputs.earnings',
  ],
  ['__proto__ as a member', { 'employee.__proto__': { isFutaExempt: true } }, 'employee.__proto__'],
  ['constructor as a member', { constructor: {} }, 'constructor'],
  ['__proto__ as a state', { 'employer.unemployment.__proto__': { ratePpm: 1 } }, 'employer.unemployment.__proto__'],
  ['an object for a list', { 'employee.localTaxes': {} }, 'employee.localTaxes'],
  ['a list for an object', { employer: [] }, 'employer'],
  ['a list for a version', { ruleSetVersion: ['2026.1'] }, 'ruleSetVersion'],
])('%s is refused by its path', async (_what, changes, field) => {
  const calculated = await onlyAnswer(lineWith(changes));
  expect(calculated).toMatchObject({
    ok: false,
    error: { field, type: expect.stringMatching(/^INVALID_(INPUT|AMOUNT)$/) as string },
  });
});

const HUGE = 67_000_000;

test.each<[what: string, line: string | Uint8Array, says: string]>([
  ['nesting of 20,000 lists', nested(20_000), 'not an object'],
  [
    'nesting inside a member',
    good.replace('"localTaxes":[]', `"localTaxes":${nested(20_000)}`),
    'employee.localTaxes.0',
  ],
  ['a number beyond all numbers', good.replace(/"headcount":\d+/, '"headcount":1e999'), 'employer.headcount'],
  ['a NUL', `${good}\0`, 'not JSON'],
  ['a byte order mark that does not begin the file', `\uFEFF${good}`, 'not JSON'],
  ['half a line', good.slice(0, 500), 'not JSON'],
  ['text of another encoding', Buffer.from(good.replace('emp_', 'emp_\u00e9'), 'latin1'), 'not UTF-8'],
  ['a line of 67 MB', `{"employee":"${'x'.repeat(HUGE)}"}`, '67,000,015 bytes'.replaceAll(',', '')],
])('%s is answered alone, and the lines around it are calculated', async (_what, line, says) => {
  const answers = await answersTo(`${good}\n`, line, `\n${good}\n`);
  expect(answers.map(({ ok }) => ok)).toEqual([true, false, true]);
  expect(answers[1]).toMatchObject({ line: 2, error: { message: expect.stringContaining(says) as string } });
});

test('a line that is too long is never held', async () => {
  const chunk = Buffer.alloc(65_536, 'x');
  let mostBytes = 0;
  function* chunks() {
    for (let i = 0; i < 4_000; i++) {
      mostBytes = Math.max(mostBytes, process.memoryUsage().arrayBuffers);
      yield chunk;
    }
  }
  const before = process.memoryUsage().arrayBuffers;
  const answer = (await calculateLines(chunks()).next()).value as CalculatedLine;
  expect(answer).toMatchObject({ ok: false, error: { message: expect.stringContaining('262144000 bytes') as string } });
  expect(mostBytes - before).toBeLessThan(16_000_000);
});

test('a folder cannot be read, and that is told as such', async () => {
  const { exitCode, stderr } = await runCli(['payslips', 'calculate', '--input', import.meta.dirname]);
  expect({ exitCode, stderr }).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('FILE_NOT_READABLE') });
});
