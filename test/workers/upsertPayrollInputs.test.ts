import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PayrollInputInput, UpsertPayrollInputsInput } from '../../clients/generated/schema.ts';
import { getPeriodChanges } from '../../table/changes.ts';
import { putCompany } from '../../table/company.ts';
import { documentClient, tableName } from '../../table/documentClient.ts';
import { employeeIdsOf } from '../../table/externalId.ts';
import { type PayGroupRecord, putPayGroup } from '../../table/payGroup.ts';
import { getPayrollInputs, partsOf } from '../../table/payrollInput.ts';
import { transact } from '../../table/transact.ts';
import { handler as upsertEmployees } from '../../workers/upsertEmployees.ts';
import { handler as upsertPayrollInputs } from '../../workers/upsertPayrollInputs.ts';
import { dieAtWrite } from './dieAtWrite.ts';
import { openTables } from './openTables.ts';

/* Rows are written one by one: whatever moment a call dies at, sending it again completes it and answers as the first would. */

const companyId = 'acme';
const payGroupId = 'weekly';
const periodStartDate = '2026-03-02';
const GROUP: PayGroupRecord = {
  companyId,
  payGroupId,
  name: 'Weekly',
  frequency: 'WEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  approvalPolicy: 'REQUIRED',
  startsAutomatically: false,
  cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' },
  version: 1,
};

let tables: Awaited<ReturnType<typeof openTables>>;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());

const caller = { companyId, actor: 'somebody' };
const PEOPLE = ['NEW1', 'CHANGES', 'GOES', 'STAYS', 'NEW2'];

beforeEach(async () => {
  await tables.fresh();
  const company = { companyId, name: 'Acme', selfApprovalAllowed: false, employeeSequence: 0, unemployment: {} };
  await transact([putCompany({ ...company, version: 1 }, undefined), putPayGroup(GROUP, undefined)]);
  await hire(PEOPLE);
});

const hire = async (externalIds: string[]) => {
  const employees = externalIds.map((externalId) => ({
    ...{ externalId, payGroupId, givenName: 'Ana', familyName: 'Chen', hireDate: '2021-03-15', workState: 'TX' },
    compensation: { type: 'HOURLY', hourlyRate: '20' },
  }));
  const idempotencyKey = `hire ${externalIds[0]}`;
  const { userErrors } = await upsertEmployees({
    caller,
    mutation: 'upsertEmployees',
    input: { idempotencyKey, employees },
  });
  expect(userErrors).toEqual([]);
};

const send = (idempotencyKey: string, inputs: unknown[], more: Partial<UpsertPayrollInputsInput> = {}) =>
  upsertPayrollInputs({
    caller,
    mutation: 'upsertPayrollInputs',
    input: { idempotencyKey, payGroupId, periodStartDate, inputs, ...more },
  });

const row = (externalId: string, hours: string, more: Partial<PayrollInputInput> = {}): PayrollInputInput => ({
  externalId,
  hoursWorked: [{ week: 1, hours }],
  ...more,
});

const outcomesOf = ({ results }: Awaited<ReturnType<typeof send>>) => results.map(({ outcome }) => outcome);

/** The hours that each source entered, in hundredths, by external id. */
async function entered(externalIds = PEOPLE) {
  const ids = await employeeIdsOf(companyId, externalIds);
  const found = await getPayrollInputs(companyId, payGroupId, periodStartDate, [...ids.values()]);
  return externalIds.map((externalId) => {
    const record = found.get(ids.get(externalId) ?? '');
    const parts = partsOf(record).map(
      ({ source, payInputs }) => `${source} ${/"hoursHundredths":(\d+)/.exec(payInputs)?.[1]}`,
    );
    return record ? `${parts.join(', ')} v${record.version}` : undefined;
  });
}

const changes = async () => (await getPeriodChanges(companyId, payGroupId, periodStartDate)).changes ?? 0;

const inputItems = async () => {
  const { Items = [] } = await documentClient.send(new ScanCommand({ TableName: tableName() }));
  return Items.filter((item) => 'payInputs' in item || 'parts' in item);
};

const BEFORE = [row('CHANGES', '30'), row('GOES', '20'), row('STAYS', '40')];
const CALL = [row('NEW1', '38'), row('CHANGES', '31'), { externalId: 'GOES' }, row('STAYS', '40'), row('NEW2', '39')];
const OUTCOMES = ['CREATED', 'UPDATED', 'REMOVED', 'UNCHANGED', 'CREATED'];
const ENTERED = ['office 3800 v1', 'office 3100 v2', ' v2', 'office 4000 v1', 'office 3900 v1'];

describe.each(['BEFORE', 'AFTER'] as const)('a call that dies %s one of its writes', (when) => {
  test.each(Array.from({ length: 10 }, (_, index) => index + 1))('number %i is completed by the retry', async (at) => {
    await send('before', BEFORE);
    const first = await dieAtWrite(at, when, () => send('call', CALL));
    const changesAtDeath = await changes();
    const retry = await send('call', CALL);
    expect(retry).toMatchObject({ userErrors: [] });
    expect(outcomesOf(retry)).toEqual(OUTCOMES);
    expect(await entered()).toEqual(ENTERED);
    // One item of each, and the version before of the two who changed.
    expect(await inputItems()).toHaveLength(5 + 2);
    // Unless its answer was recorded, the retry counts the edits again: a run may have frozen the period meanwhile.
    if (!retry.replayed) expect(await changes()).toBeGreaterThan(changesAtDeath);
    if (!first.died) expect(retry.replayed).toBe(true);
    expect(await send('call', CALL)).toEqual({ ...retry, replayed: true });
  });

  test.each([2, 3, 4, 5, 6])('number %i is completed after another source entered something', async (at) => {
    await send('before', BEFORE);
    await dieAtWrite(at, when, () => send('call', CALL));
    await send('clock', [row('NEW1', '1'), row('CHANGES', '1')], { source: 'clock' });
    const { results } = await send('call', CALL);
    expect(results).toMatchObject(OUTCOMES.map((outcome) => ({ outcome })));
    expect((await entered()).map((text) => text?.replace(/ v\d+$/, ''))).toEqual([
      'clock 100, office 3800',
      'clock 100, office 3100',
      ...ENTERED.slice(2).map((text) => text.replace(/ v\d+$/, '')),
    ]);
  });
});

test('a thousand rows are one call and forty requests, and one more is refused with the way out', async () => {
  const people = Array.from({ length: 1_000 }, (_, index) => `E${index}`);
  for (let start = 0; start < people.length; start += 25) await hire(people.slice(start, start + 25));
  const rows = people.map((externalId) => row(externalId, '40'));
  const { writes } = await dieAtWrite(Infinity, 'AFTER', async () => {
    expect(new Set(outcomesOf(await send('all', rows)))).toEqual(new Set(['CREATED']));
  });
  // Twenty-five rows a request, two counts and the record of the command.
  expect(writes).toBe(43);
  expect((await inputItems()).every((item) => JSON.stringify(item).length < 1_000)).toBe(true);
  expect(await send('all', rows)).toMatchObject({ replayed: true, results: { length: 1_000 } });
  expect(new Set(outcomesOf(await send('again', rows)))).toEqual(new Set(['UNCHANGED']));
  const more = await send('too many', [...rows, row('E1000', '40')]);
  expect(more).toMatchObject({ results: [], userErrors: [{ code: 'INVALID_INPUT', field: ['inputs'] }] });
  expect(more.userErrors[0]?.message).toContain('1000');
});

test('a row that the contract does not know, and the second one of an employee, are refused alone', async () => {
  const rows = [row('NEW1', '1'), { ...row('NEW2', '1'), hours: '1' }, { externalId: null }, 'text', row('NEW1', '2')];
  expect((await send('rows', [...rows, row('STAYS', '1')])).results).toMatchObject([
    { externalId: 'NEW1', outcome: 'CREATED' },
    { externalId: 'NEW2', outcome: 'REFUSED', userErrors: [{ code: 'INVALID_INPUT', field: ['hours'] }] },
    { externalId: '', outcome: 'REFUSED', userErrors: [{ field: ['externalId'] }] },
    { externalId: '', outcome: 'REFUSED' },
    { externalId: 'NEW1', outcome: 'REFUSED', userErrors: [{ field: ['externalId'] }] },
    { externalId: 'STAYS', outcome: 'CREATED' },
  ]);
});

test('a key that comes again with other hours is refused, also after a death before its answer was recorded', async () => {
  // The count and the input are written; the second count and the answer are not.
  await dieAtWrite(3, 'BEFORE', () => send('key', [row('NEW1', '40')]));
  expect(await entered(['NEW1'])).toEqual(['office 4000 v1']);
  const reused = { results: [], userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] };
  expect(await send('key', [row('NEW1', '41')])).toMatchObject(reused);
  expect(await send('key', [{ externalId: 'NEW1' }])).toMatchObject(reused);
  expect(outcomesOf(await send('key', [row('NEW1', '40')]))).toEqual(['CREATED']);
  expect(await send('key', [row('NEW1', '41')])).toMatchObject(reused);
  expect(await send('key', [row('NEW1', '40')], { source: 'clock' })).toMatchObject(reused);
});

test('hours that were taken out by a call that died are taken out once, and its key is used up', async () => {
  await send('enter', [row('GOES', '40')]);
  await dieAtWrite(4, 'BEFORE', () => send('key', [{ externalId: 'GOES' }]));
  expect(await entered(['GOES'])).toEqual([' v2']);
  expect(await send('key', [row('GOES', '8')])).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }] });
  expect(outcomesOf(await send('key', [{ externalId: 'GOES' }]))).toEqual(['REMOVED']);
  expect(outcomesOf(await send('other', [{ externalId: 'GOES' }]))).toEqual(['UNCHANGED']);
});

test('a change that expects a version is completed by its retry, and refused when somebody else was faster', async () => {
  await send('enter', [row('NEW1', '40')]);
  const change = [row('NEW1', '41', { expectedVersion: 1 })];
  await dieAtWrite(4, 'BEFORE', () => send('change', change));
  expect(outcomesOf(await send('change', change))).toEqual(['UPDATED']);
  expect(await send('late', change)).toMatchObject({ results: [{ userErrors: [{ code: 'VERSION_CONFLICT' }] }] });
});

test('calls of several sources at the same time lose nothing, and the same call twice enters once', async () => {
  const rows = PEOPLE.map((externalId) => row(externalId, '10'));
  const sources = ['a', 'a', 'b', 'c'];
  const answers = await Promise.all(sources.map((source) => send(source, rows, { source })));
  for (const answer of answers) expect(new Set(outcomesOf(answer))).toEqual(new Set(['CREATED']));
  expect(await entered()).toEqual(PEOPLE.map(() => 'a 1000, b 1000, c 1000 v3'));
});

test(
  'calls that die anywhere and come again, in any order, end as if each had come once',
  { timeout: 600_000 },
  async () => {
    const call = fc.record({
      source: fc.constantFrom('office', 'clock', 'sales'),
      rows: fc.uniqueArray(fc.record({ person: fc.nat(2), hours: fc.option(fc.integer({ min: 1, max: 40 })) }), {
        selector: ({ person }) => person,
        minLength: 1,
      }),
      diesAt: fc.integer({ min: 1, max: 9 }),
      when: fc.constantFrom('BEFORE' as const, 'AFTER' as const),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 6 }), async (calls) => {
        await tables.fresh();
        await transact([
          putCompany(
            { companyId, name: 'A', selfApprovalAllowed: false, employeeSequence: 0, unemployment: {}, version: 1 },
            undefined,
          ),
          putPayGroup(GROUP, undefined),
        ]);
        await hire(PEOPLE.slice(0, 3));
        const expected = PEOPLE.slice(0, 3).map(() => new Map<string, number>());
        for (const [index, { source, rows, diesAt, when }] of calls.entries()) {
          const inputs = rows.map(({ person, hours }) =>
            hours === null ? { externalId: PEOPLE[person] } : row(PEOPLE[person] ?? '', String(hours)),
          );
          const outcomes = rows.map(({ person, hours }) => {
            const of = expected[person] as Map<string, number>;
            const before = of.get(source);
            if (hours === null) return of.delete(source) ? 'REMOVED' : 'UNCHANGED';
            of.set(source, hours);
            return before === undefined ? 'CREATED' : before === hours ? 'UNCHANGED' : 'UPDATED';
          });
          await dieAtWrite(diesAt, when, () => send(`call ${index}`, inputs, { source }));
          expect(outcomesOf(await send(`call ${index}`, inputs, { source }))).toEqual(outcomes);
        }
        const seen = (await entered(PEOPLE.slice(0, 3))).map((text) => text?.replace(/ v\d+$/, '') ?? '');
        expect(seen).toEqual(
          expected.map((of) =>
            [...of]
              .sort()
              .map(([source, hours]) => `${source} ${hours * 100}`)
              .join(', '),
          ),
        );
      }),
      { numRuns: 15 },
    );
  },
);
