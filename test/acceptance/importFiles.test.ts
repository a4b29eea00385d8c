import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmployeesDocument } from '../../clients/generated/operations/graphql.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { type CliOffice, openCliOffice } from '../clients/cli/openCliOffice.ts';

/* What a file says is what is recorded, whichever file came before it, and nothing else is touched. */

const EMPLOYEES = 30;

let office: CliOffice;
beforeAll(async () => {
  office = await openCliOffice(EMPLOYEES);
});
afterAll(() => office.close());

const fileOf = (name: string, text: string) => {
  const path = join(office.dataDirectory, name);
  writeFileSync(path, text);
  return path;
};
const importOf = async (path: string, ...words: string[]) => {
  const { exitCode, stdout, stderr } = await office.payroll('employees', 'import', path, '--json', ...words);
  return { exitCode, stderr, ...(JSON.parse(stdout) as object) };
};
const everybody = async () => (await office.admin.execute(EmployeesDocument, { first: 100 })).employees?.nodes ?? [];

const HEADING =
  'externalId,payGroupId,givenName,familyName,hireDate,workState,compensationType,hourlyRate,filingStatus';
const hired = (rate: string) =>
  `${HEADING}\nH1,${SAMPLE_PAY_GROUP_ID},Ada,Hourly,2025-03-15,TX,HOURLY,${rate},SINGLE\n`;

test('an older file imported again after another one changes everything back, and says so', async () => {
  const [older, newer] = [fileOf('a.csv', hired('20.00')), fileOf('b.csv', hired('30.00'))];
  expect(await importOf(older)).toMatchObject({ exitCode: 0, created: 1, updated: 0 });
  expect(await importOf(newer)).toMatchObject({ exitCode: 0, created: 0, updated: 1 });
  expect(await importOf(older)).toMatchObject({ exitCode: 0, created: 0, updated: 1, replayed: 0 });
  expect(await importOf(older)).toMatchObject({ exitCode: 0, created: 0, updated: 0, unchanged: 1 });
  const ada = (await everybody()).find(({ externalId }) => externalId === 'H1');
  expect(ada?.compensation?.hourlyRate?.amount).toBe('20.00');
});

test('hours of an older file are entered again, too', async () => {
  const enter = async (hours: string) => {
    const path = fileOf(`hours${hours}.csv`, `externalId,hoursWeek1\nH1,${hours}\n`);
    const words = ['--group', SAMPLE_PAY_GROUP_ID, '--period', SAMPLE_PERIOD_START_DATE, '--json'];
    return JSON.parse((await office.payroll('inputs', 'import', path, ...words)).stdout) as object;
  };
  expect(await enter('40')).toMatchObject({ created: 1 });
  expect(await enter('10')).toMatchObject({ updated: 1 });
  expect(await enter('40')).toMatchObject({ updated: 1, replayed: 0 });
});

test('the whole sample company exported and imported again changes nobody', async () => {
  const before = await everybody();
  const path = join(office.dataDirectory, 'everybody.csv');
  expect(await office.payroll('employees', 'export', '--output', path)).toMatchObject({ exitCode: 0 });
  expect(readFileSync(path, 'utf8').split('\r\n')).toHaveLength(before.length + 2);
  expect(await importOf(path)).toMatchObject({ exitCode: 0, created: 0, updated: 0, unchanged: before.length });
  expect(await everybody()).toEqual(before);
});

test('a dry run shows what changes, and sends nothing', async () => {
  const before = await everybody();
  const path = fileOf('raise.csv', 'externalId,hourlyRate\nH1,$25.00\n');
  const { stdout } = await office.payroll('employees', 'import', path, '--dry-run');
  expect(stdout).toContain('H1 Ada Hourly:\n  hourlyRate: 20.00 -> 25.00\n0 new, 1 changed, 0 as they are.');
  expect(await everybody()).toEqual(before);
  expect(await importOf(path)).toMatchObject({ exitCode: 0, updated: 1 });
});

test('a file of thousands is imported by the service, and sent again nothing of it is sent', async () => {
  const people = Array.from({ length: 2_050 }, (_, index) => `M${index}`);
  const [heading, ada = ''] = hired('20.00').trimEnd().split('\n');
  const path = fileOf('many.csv', [heading, ...people.map((id) => ada.replace('H1', id))].join('\n'));
  expect(await importOf(path)).toMatchObject({ exitCode: 0, created: 2_050, refused: [] });
  const [, used] = [...office.aws.lambda.counts].find(([name]) => name.includes('RunImport')) ?? [];
  expect(used?.invocations).toBeGreaterThan(2);
  expect(await importOf(path)).toMatchObject({ exitCode: 0, created: 0, updated: 0, unchanged: 2_050 });
  const hours = fileOf('many-hours.csv', ['externalId,hoursWeek1', ...people.map((id) => `${id},40`)].join('\n'));
  const words = ['--group', SAMPLE_PAY_GROUP_ID, '--period', SAMPLE_PERIOD_START_DATE, '--json'];
  const { stdout } = await office.payroll('inputs', 'import', hours, ...words);
  expect(JSON.parse(stdout)).toMatchObject({ created: 2_050, refused: [] });
});

test('hours that are exported and imported again change nothing, and a file shows what of its source changes and goes', async () => {
  const place = ['--group', SAMPLE_PAY_GROUP_ID, '--period', SAMPLE_PERIOD_START_DATE, '--source', 'time-clock'];
  const inputs = async (command: string, ...words: string[]) => {
    const { exitCode, stdout } = await office.payroll('inputs', command, ...words, ...place);
    return { exitCode, stdout };
  };
  const entered = fileOf(
    'clock.csv',
    'externalId,hoursWeek1,hoursWeek2,bonus,discretionaryBonus,offCycleSequence\nH1,40,37.5,100,,\nH1,,,,50.00,1\nH1,,,25.00,,\n',
  );
  expect(JSON.parse((await inputs('import', entered, '--json')).stdout)).toMatchObject({ created: 1, refused: [] });
  expect(JSON.parse((await inputs('import', entered, '--json')).stdout)).toMatchObject({ created: 0, unchanged: 1 });
  const path = join(office.dataDirectory, 'exported.csv');
  expect(await inputs('export', '--output', path)).toMatchObject({ exitCode: 0 });
  expect(JSON.parse((await inputs('import', path, '--json')).stdout)).toMatchObject({ updated: 0, unchanged: 1 });
  const corrected = fileOf('corrected.csv', 'externalId,hoursWeek1,bonus\nH1,38,100\n');
  const preview = await inputs('import', corrected, '--dry-run');
  expect(preview.stdout).toContain(
    'H1:\n  hoursWeek1: 40 -> 38\n  hoursWeek2: 37.5 goes\n  bonus: 100; 25 -> 100\n  discretionaryBonus: 50 (off-cycle 1) goes\n0 new, 1 changed, 0 as they are.',
  );
  const removed = fileOf('nothing.csv', 'externalId,hoursWeek1\nH1,\n');
  expect(JSON.parse((await inputs('import', removed, '--json')).stdout)).toMatchObject({ removed: 1, updated: 0 });
});

test('a number that looks like one on file is not added unasked', async () => {
  const path = fileOf('twin.csv', hired('20.00').replace('H1', 'h1'));
  expect(await importOf(path)).toMatchObject({ exitCode: 6, imported: 0, questions: [{ line: 2 }] });
  expect(await importOf(path, '--yes')).toMatchObject({ exitCode: 0, created: 1 });
});

test('the same number twice stops the file before anything is sent', async () => {
  const before = await everybody();
  const path = fileOf('twice.csv', `${hired('15.00')}${hired('45.00').split('\n')[1] ?? ''}\n`);
  expect(await importOf(path)).toMatchObject({ exitCode: 3, imported: 0, problems: [{ line: 2 }, { line: 3 }] });
  expect(await everybody()).toEqual(before);
});
