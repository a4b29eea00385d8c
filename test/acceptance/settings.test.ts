import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, type GraphQLObjectType, isNonNullType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPayrollOffice, type PayrollOffice } from './payrollOffice.ts';

/* Settings are changed member by member, can be read back, and a control that is loosened is seen. */

const root = join(import.meta.dirname, '..', '..');
const schema = buildSchema(
  ['schema.graphql', 'clients/appsync.graphql'].map((path) => readFileSync(join(root, path), 'utf8')).join('\n'),
);

let office: PayrollOffice;
let sent = 0;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 1 });
});
afterAll(() => office.close());

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers over the wire are looked at as they come
type Json = Record<string, any>;

const ask = (query: string, variables: Json = {}): Promise<Json> =>
  office.admin.execute<Json, Json>(new String(query), variables);

/** Sends a change under a fresh key and answers its payload. */
async function change(mutation: string, input: Json, answer = ''): Promise<Json> {
  const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`;
  const query = `mutation($input: ${type}!) { ${mutation}(input: $input) { ${answer} replayed userErrors { code message field resolution } } }`;
  const answered = await ask(query, { input: { idempotencyKey: `settings ${sent++}`, ...input } });
  return answered[mutation] as Json;
}

const COMPANY =
  'name selfApprovalAllowed secondApproverAbovePercent isFutaExempt electedLevies unemploymentRates { state ratePercent wageBase { amount } }';
const readCompany = async () => (await ask(`{ company { ${COMPANY} } }`)).company as Json;

const GROUP =
  'payGroupId name frequency anchorDate payDateOffsetDays approvalPolicy startsAutomatically fundingAccountId';
const WEEKLY = { payGroupId: 'weekly', name: 'Weekly', frequency: 'WEEKLY', anchorDate: '2026-01-05' };

test('renaming the company leaves its rates and its second approver as they are', async () => {
  const rates = [{ state: 'TX', ratePercent: '2.7', wageBase: '9000.00' }];
  const set = { name: 'Sample', secondApproverAbovePercent: '10', unemploymentRates: rates, electedLevies: ['NY_SDI'] };
  expect((await change('upsertCompany', set)).userErrors).toEqual([]);
  const nulls = { selfApprovalAllowed: null, unemploymentRates: null, isFutaExempt: null, electedLevies: null };
  expect((await change('upsertCompany', { name: 'Renamed', ...nulls })).userErrors).toEqual([]);
  expect(await readCompany()).toEqual({
    name: 'Renamed',
    selfApprovalAllowed: false,
    secondApproverAbovePercent: '10',
    isFutaExempt: false,
    electedLevies: ['NY_SDI'],
    unemploymentRates: [{ state: 'TX', ratePercent: '2.7', wageBase: { amount: '9000.00' } }],
  });
  await change('upsertCompany', { electedLevies: [], clear: ['SECOND_APPROVER_ABOVE_PERCENT'] });
  expect(await readCompany()).toMatchObject({ electedLevies: [], secondApproverAbovePercent: null, name: 'Renamed' });
});

test('how places tax a deduction is decided once, and only where their law does not say', async () => {
  const decided = { type: 'SECTION_125_HEALTH', place: 'MA', levies: 'TAXED', reason: 'Our adviser, November 2026' };
  expect((await change('upsertCompany', { deductionTreatments: [decided] })).userErrors).toEqual([]);
  await change('upsertCompany', { name: 'Renamed once more' });
  const read = '{ company { deductionTreatments { type place incomeTax levies reason decidedAt } } }';
  const { company } = await ask(read);
  expect(company.deductionTreatments).toEqual([{ ...decided, incomeTax: null, decidedAt: expect.any(String) }]);
  const refused = async (treatment: Json) =>
    (await change('upsertCompany', { deductionTreatments: [{ ...decided, ...treatment }] })).userErrors;
  expect(await refused({ incomeTax: 'TAXED' })).toMatchObject([
    {
      code: 'INVALID_INPUT',
      field: ['deductionTreatments', '0', 'incomeTax'],
      message: expect.stringContaining('EXCLUDED'),
    },
  ]);
  expect(await refused({ place: 'Massachusetts' })).toMatchObject([
    { code: 'INVALID_INPUT', field: ['deductionTreatments', '0', 'place'] },
  ]);
  expect(await refused({ levies: null })).toMatchObject([{ code: 'INVALID_INPUT' }]);
  expect(await ask(read)).toEqual({ company });
});

test('a pay group keeps what a change leaves out, and its list stays readable', async () => {
  const nulls = { approvalPolicy: null, startsAutomatically: null, payDateOffsetDays: null, cutOff: null };
  const made = await change('upsertPayGroup', { ...WEEKLY, ...nulls }, `payGroup { ${GROUP} }`);
  expect(made).toMatchObject({ userErrors: [], payGroup: { approvalPolicy: 'REQUIRED', payDateOffsetDays: 5 } });
  const changed = await change(
    'upsertPayGroup',
    { payGroupId: 'weekly', payDateOffsetDays: 3 },
    `payGroup { ${GROUP} }`,
  );
  expect(changed.payGroup).toMatchObject({ ...WEEKLY, payDateOffsetDays: 3, approvalPolicy: 'REQUIRED' });
  const { payGroups } = await ask('{ payGroups { nodes { payGroupId approvalPolicy } } }');
  expect(payGroups.nodes).toContainEqual({ payGroupId: 'weekly', approvalPolicy: 'REQUIRED' });
});

test('what a new pay group needs is named', async () => {
  const { userErrors } = await change('upsertPayGroup', { payGroupId: 'fresh', name: 'Fresh' });
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['frequency'] }]);
});

test.each([
  ['SEMIMONTHLY', '2026-01-05'],
  ['MONTHLY', '2026-01-31'],
  ['WEEKLY', '9999-12-27'],
])('a %s schedule from %s, which no run could keep, is refused', async (frequency, anchorDate) => {
  const { userErrors } = await change('upsertPayGroup', { ...WEEKLY, payGroupId: 'impossible', frequency, anchorDate });
  expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['anchorDate'] }]);
  expect((await ask('{ payGroup(payGroupId: "impossible") { name } }')).payGroup).toBeNull();
});

test('a hook and a funding account keep what a change leaves out, and the number of an account is given with its bank', async () => {
  const hook = { hookId: 'review', point: 'BEFORE_PAY', isBlocking: true, timeoutSeconds: 600, onTimeout: 'CONTINUE' };
  expect((await change('upsertHook', hook)).userErrors).toEqual([]);
  const longer = await change(
    'upsertHook',
    { hookId: 'review', timeoutSeconds: 900, isBlocking: null },
    'hook { point isBlocking timeoutSeconds onTimeout }',
  );
  expect(longer.hook).toEqual({ point: 'BEFORE_PAY', isBlocking: true, timeoutSeconds: 900, onTimeout: 'CONTINUE' });

  const account = {
    ...{ fundingAccountId: 'extra', name: 'Extra', bankName: 'First Bank', routingNumber: '021000021' },
    ...{
      accountNumber: '123456789',
      companyIdentification: '1123456789',
      companyEntryName: 'SAMPLE',
      sendsPrenotes: null,
    },
  };
  expect((await change('upsertFundingAccount', account)).userErrors).toEqual([]);
  const parts =
    'fundingAccount { name bankName accountType companyIdentification companyEntryName maskedAccountNumber }';
  const renamed = await change('upsertFundingAccount', { fundingAccountId: 'extra', name: 'Renamed' }, parts);
  expect(renamed.fundingAccount).toEqual({
    ...{ name: 'Renamed', bankName: 'First Bank', accountType: 'CHECKING', maskedAccountNumber: '****6789' },
    ...{ companyIdentification: '1123456789', companyEntryName: 'SAMPLE' },
  });
  const moved = await change('upsertFundingAccount', { fundingAccountId: 'extra', routingNumber: '011000015' });
  expect(moved.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['accountNumber'] }]);
});

test('a loosened control is listed with who loosened it', async () => {
  await change('upsertCompany', { secondApproverAbovePercent: '5' });
  await change('upsertCompany', { clear: ['SECOND_APPROVER_ABOVE_PERCENT'], selfApprovalAllowed: true });
  await change('upsertPayGroup', { payGroupId: 'weekly', approvalPolicy: 'AUTOMATIC' });
  const page = '{ nodes { control payGroupId before after isLoosened actor } pageInfo { hasNextPage endCursor } }';
  const { controlChanges } = await ask(`{ controlChanges(first: 1) ${page} }`);
  expect(controlChanges.nodes).toMatchObject([
    { control: 'APPROVAL_POLICY', payGroupId: 'weekly', before: 'REQUIRED', after: 'AUTOMATIC', isLoosened: true },
  ]);
  const after = controlChanges.pageInfo.endCursor as string;
  const rest = await ask(`query($after: String) { controlChanges(after: $after) ${page} }`, { after });
  expect(rest.controlChanges.nodes).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ control: 'SELF_APPROVAL', after: 'ALLOWED', isLoosened: true }),
      expect.objectContaining({ control: 'SECOND_APPROVER', before: '5', after: null, isLoosened: true }),
    ]),
  );
});

test('a key that found a run is refused with another period, and the query tells what it did', async () => {
  const { payGroups } = await ask('{ payGroups { nodes { payGroupId } } }');
  const payGroupId = payGroups.nodes.find((group: Json) => group.payGroupId !== 'weekly').payGroupId as string;
  const start = (idempotencyKey: string, periodStartDate: string) =>
    change('startPayrollRun', { idempotencyKey, payGroupId, periodStartDate }, 'run { runId }');
  const first = await start('first', '2026-11-09');
  const again = await start('again', '2026-11-09');
  expect(again).toMatchObject({ replayed: true, run: first.run });
  const { userErrors } = await start('again', '2026-10-12');
  expect(userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['periodStartDate'] }]);
  const query =
    'query($key: String!) { command(mutation: "startPayrollRun", idempotencyKey: $key) { outcome ids actor } }';
  expect((await ask(query, { key: 'again' })).command).toMatchObject({
    outcome: 'FOUND_EXISTING',
    ids: [first.run.runId],
  });
  expect((await ask(query, { key: 'first' })).command).toMatchObject({ outcome: 'DONE', ids: [first.run.runId] });
  expect((await ask(query, { key: 'never' })).command).toBeNull();
});

/** Every list of the contract that is read page by page, with what each asks besides; employees alone may read `myPayslips`. */
const LISTS = Object.values(schema.getQueryType()?.getFields() ?? {})
  .filter(({ name, args }) => args.some((arg) => arg.name === 'after') && name !== 'myPayslips')
  .map(({ name, args, type }) => {
    const asked = args.filter((arg) => isNonNullType(arg.type));
    return {
      name,
      variables: asked.map((arg) => `, $${arg.name}: ${String(arg.type)}`).join(''),
      given: asked.map((arg) => `, ${arg.name}: $${arg.name}`).join(''),
      page:
        'pageInfo' in (getNamedType(type) as GraphQLObjectType).getFields() ? 'pageInfo { endCursor }' : '__typename',
    };
  });

test('every list is checked below', () => expect(LISTS.length).toBeGreaterThan(10));

test.each(LISTS)(
  '$name answers a cursor that is none with INVALID_CURSOR',
  async ({ name, variables, given, page }) => {
    const asked = { payGroupId: 'biweekly', periodStartDate: '2026-11-09', runId: 'run_0' };
    for (const after of ['x', 'WzAsIl8', 'e30=', '[0,"a"]', 'A'.repeat(1000), '\u0000'])
      await expect(
        ask(`query($after: String${variables}) { ${name}(after: $after${given}) { ${page} } }`, { after, ...asked }),
        `${name} after ${after.slice(0, 20)}`,
      ).rejects.toMatchObject({ message: expect.stringContaining('is not a cursor') });
  },
);
