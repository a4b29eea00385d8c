import { type DocumentNode, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AwsError, VirtualClock } from 'cdk-local-engine';
import {
  CreateApiKeyDocument,
  ExportRunDocument,
  CreateImportDocument,
  ExportOfRunDocument,
  PayrollRunItemsDocument,
  RevokeApiKeyDocument,
  UpsertCompanyDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { ApiKeyScope } from '../../clients/generated/schema.ts';
import { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { isTerminal } from '../../clients/sdk/runPhases.ts';
import { signIn } from '../../clients/sdk/signIn.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { seedSampleCompany } from '../../demo/seedSampleCompany.ts';
import { generateOperation } from './generateOperation.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { addUser, approve, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';
import { type RootField, rootFields } from './rootFields.ts';

/* Who may do what: every field of the contract, asked by everybody. */

/** Everybody who can prove who they are, all of the sample company. */
const CALLERS = ['admin', 'approver', 'viewer', 'employee', 'reading partner', 'writing partner'] as const;
type CallerName = (typeof CALLERS)[number];

const READERS: readonly CallerName[] = ['admin', 'approver', 'viewer', 'reading partner', 'writing partner'];
const HR: readonly CallerName[] = ['admin', 'viewer', 'reading partner', 'writing partner'];
const OFFICE_AND_READING: readonly CallerName[] = ['admin', 'reading partner', 'writing partner'];
const OFFICE: readonly CallerName[] = ['admin', 'writing partner'];

/** Written out beside the schema, so that neither can be changed by mistake. */
const MAY: Readonly<Record<string, readonly CallerName[]>> = {
  'Query.company': READERS,
  'Query.controlChanges': READERS,
  'Query.command': OFFICE_AND_READING,
  'Query.payGroup': READERS,
  'Query.payGroups': READERS,
  'Query.payPeriods': READERS,
  'Query.employee': HR,
  'Query.employees': HR,
  'Query.payrollInputs': HR,
  'Query.payrollInput': HR,
  'Query.payrollRun': READERS,
  'Query.payrollRuns': READERS,
  'Query.payrollRunItems': READERS,
  'Query.failedPayrollRunItems': READERS,
  'Query.payrollRunEvents': READERS,
  'Query.runProgress': READERS,
  'Query.payslip': READERS,
  'Query.payslipOfEmployee': READERS,
  'Query.explainPayslip': READERS,
  'Query.verifyPayslip': READERS,
  'Query.myPayslip': ['employee'],
  'Query.myPayslips': ['employee'],
  'Query.journal': READERS,
  'Query.cashRequirement': READERS,
  'Query.taxYear': READERS,
  'Query.yearToDate': HR,
  'Query.operation': READERS,
  'Query.import': ['admin', 'reading partner', 'writing partner'],
  'Query.payslipDocument': READERS,
  'Query.estimateRunCost': READERS,
  'Query.upcomingPayrolls': READERS,
  'Query.payrollRegister': READERS,
  'Query.previewPayslip': READERS,
  'Query.diffPayrollRuns': READERS,
  'Query.myPayslipDocument': ['employee'],
  'Query.payrollRunByKey': READERS,
  'Query.requirements': READERS,
  'Query.payments': READERS,
  'Query.returnedPayments': READERS,
  'Query.paymentFiles': READERS,
  'Query.findPayments': READERS,
  'Query.noticesOfChange': READERS,
  'Query.fundingAccounts': READERS,
  'Query.hooks': READERS,
  'Query.hookCalls': READERS,
  'Query.deadLetters': ['admin'],
  'Query.apiKeys': ['admin'],
  'Mutation.upsertCompany': ['admin'],
  'Mutation.upsertPayGroup': OFFICE,
  'Mutation.upsertEmployees': OFFICE,
  'Mutation.upsertPayrollInputs': OFFICE,
  'Mutation.upsertOpeningBalances': OFFICE,
  'Mutation.startPayrollRun': OFFICE,
  'Mutation.approvePayrollRun': ['approver'],
  'Mutation.rejectPayrollRun': ['approver'],
  'Mutation.cancelPayrollRun': OFFICE,
  'Mutation.voidPayrollRun': ['approver'],
  'Mutation.exportPayrollRun': OFFICE,
  'Mutation.upsertFundingAccount': ['admin'],
  'Mutation.recalculatePayrollRun': OFFICE,
  'Mutation.retryPayrollRunItems': OFFICE,
  'Mutation.excludePayrollRunItems': OFFICE,
  'Mutation.redrivePayrollRun': OFFICE,
  'Mutation.upsertHook': OFFICE,
  'Mutation.deleteHook': OFFICE,
  'Mutation.completeRunHook': OFFICE,
  'Mutation.markPaymentReturned': OFFICE,
  'Mutation.upsertFilingProfile': ['admin'],
  'Mutation.recordTaxDeposit': ['admin'],
  'Mutation.downloadPaymentFile': ['approver'],
  'Mutation.acknowledgePaymentFile': ['approver'],
  'Mutation.recordBankReturns': OFFICE,
  'Mutation.applyNoticeOfChange': ['approver'],
  'Mutation.recordManualPayment': ['approver'],
  'Mutation.retryPayment': ['approver'],
  'Mutation.redriveDeadLetters': ['admin'],
  'Mutation.createApiKey': ['admin'],
  'Mutation.revokeApiKey': ['admin'],
  'Mutation.publishRunProgress': [],
  'Mutation.publishRunStatus': [],
  'Mutation.createImport': OFFICE,
  'Mutation.startImport': OFFICE,
  'Mutation.publishPaymentUpdate': [],
  'Mutation.publishImportUpdate': [],
  'Subscription.onRunProgress': READERS,
  'Subscription.onRunStatusChanged': READERS,
  'Subscription.onApprovalNeeded': READERS,
  'Subscription.onRunItemFailed': READERS,
  'Subscription.onPaymentUpdated': READERS,
  'Subscription.onImportUpdated': ['admin', 'reading partner', 'writing partner'],
};

/** Makes commands that go on after their answer (a void, an export) be refused for it, once it is clear that they may be given. */
const REFUSED_FOR_WHAT_THEY_SAY = { reason: '', format: 'PDF' };

const REFUSALS = ['Unauthorized', 'UnauthorizedException'];

const clock = new VirtualClock(Date.parse('2026-11-24T15:00:00Z'));
let office: PayrollOffice;
let expiredToken: string;
let revokedKey: string;
let tokens: Record<CallerName, string>;
let values: Record<string, unknown>;
/** What only people of the sample company may see. */
let secrets: string[];

const tokenOf = (username: string) =>
  signIn({
    userPoolEndpoint: `${office.aws.endpoint}/cognito-idp`,
    userPoolClientId: String(office.aws.template.outputs['UserPoolClientId']),
    username,
    password: SAMPLE_PASSWORD,
  })();

async function makeKey(name: string, scopes: ApiKeyScope[]): Promise<{ apiKeyId: string; token: string }> {
  const input = { idempotencyKey: name, name, scopes };
  const { createApiKey } = await office.admin.execute(CreateApiKeyDocument, { input });
  return { apiKeyId: createApiKey?.apiKeyId ?? '', token: `key ${createApiKey?.secret}` };
}

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 0, clock });
  const { aws, admin } = office;
  expiredToken = await tokenOf(SAMPLE_USERS.admin.username);
  await clock.advance(2 * 3_600_000);
  await seedSampleCompany(admin, 40, () => {});
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, async () => (await readRun(admin, runId)).status === 'AWAITING_APPROVAL');
  await approve(office.approver, runId);
  await passTimeUntil(aws, clock, async () => isTerminal((await readRun(admin, runId)).status));
  const exported = await admin.execute(ExportRunDocument, {
    input: { idempotencyKey: 'export', runId, report: 'REGISTER', format: 'CSV' },
  });
  const operationId = exported.exportPayrollRun?.operation?.operationId;
  await passTimeUntil(aws, clock, async () => {
    const { operation } = await admin.execute(ExportOfRunDocument, { operationId: operationId ?? '' });
    return operation?.status === 'SUCCEEDED';
  });

  const { createImport } = await admin.execute(CreateImportDocument, {
    input: { idempotencyKey: 'import', kind: 'EMPLOYEES', sizeBytes: 1, sha256: 'a'.repeat(64) },
  });
  const importId = createImport?.import?.importId;

  const { payrollRunItems } = await admin.execute(PayrollRunItemsDocument, { runId });
  const [item, ...others] = payrollRunItems?.nodes.filter(({ payslipId }) => payslipId !== null) ?? [];
  const { calculationHash, controlTotals, startedBy } = await readRun(admin, runId);
  const { employeeId, payslipId, employeeName } = item ?? {};
  secrets = [
    ...[
      'Sample Company',
      calculationHash,
      controlTotals?.grossPay.amount,
      startedBy,
      employeeName,
      item?.grossPay?.amount,
    ],
    ...others.map((other) => other.employeeId),
  ].map(String);

  const reading = await makeKey('reading', ['READ']);
  const revoked = await makeKey('revoked', ['READ', 'WRITE']);
  await admin.execute(RevokeApiKeyDocument, { input: { idempotencyKey: 'revoke', apiKeyId: revoked.apiKeyId } });
  revokedKey = revoked.token;
  await addUser(aws, { username: 'own@sample.example', groups: ['Employee'], employeeId: String(employeeId) });
  tokens = {
    admin: await tokenOf(SAMPLE_USERS.admin.username),
    approver: await tokenOf(SAMPLE_USERS.approver.username),
    viewer: await tokenOf(SAMPLE_USERS.viewer.username),
    employee: await tokenOf('own@sample.example'),
    'reading partner': reading.token,
    'writing partner': (await makeKey('writing', ['READ', 'WRITE'])).token,
  };
  const group = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const { apiKeyId } = await makeKey('to be revoked', ['READ']);
  const place = {
    runId,
    employeeId,
    payslipId,
    companyId: SAMPLE_COMPANY_ID,
    apiKeyId,
    operationId,
    importId,
    year: 2026,
  };
  values = {
    ...group,
    ...place,
    anchorDate: '2026-01-05',
    frequency: 'BIWEEKLY',
    workState: 'TX',
    hours: '40',
    ...REFUSED_FOR_WHAT_THEY_SAY,
  };
});
afterAll(() => office.close());

interface Answer {
  status: number;
  data?: Record<string, unknown> | null;
  errors?: { message: string; errorType?: string }[];
}

let sent = 0;
/** A fresh key each time, so that no answer is one of before. */
const operationOf = (field: RootField) => {
  // What a key did is asked of one that did something.
  const idempotencyKey = field.coordinate === 'Query.command' ? 'revoke' : `ask ${sent++}`;
  return generateOperation(field, { ...values, mutation: 'revokeApiKey', idempotencyKey });
};

async function post(token: string | undefined, field: RootField): Promise<Answer> {
  const response = await fetch(`${office.aws.endpoint}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: token }) },
    body: JSON.stringify(operationOf(field)),
  });
  return { status: response.status, ...((await response.json()) as Omit<Answer, 'status'>) };
}

/** Subscribes and hangs up; answers like a request. */
async function subscribe(token: string | undefined, field: RootField): Promise<Answer> {
  const client = new PayrollClient({ endpoint: `${office.aws.endpoint}/graphql`, token: () => token ?? '' });
  const { query, variables } = operationOf(field);
  try {
    const document = parse(query) as DocumentNode & { __apiType?: never };
    const stop = await client.subscribe(
      document,
      variables,
      () => {},
      () => {},
    );
    stop();
    return { status: 200, data: { [field.field.name]: 'subscribed' } };
  } catch (error) {
    const { code, message } = error as { code: string; message: string };
    return { status: 200, data: null, errors: [{ errorType: code, message }] };
  } finally {
    client.close();
  }
}

const ask = (token: string | undefined, field: RootField) =>
  field.operation === 'Subscription' ? subscribe(token, field) : post(token, field);

/** Refused for who asks: no data, and every error says so. */
function expectRefused({ data, errors = [] }: Answer, { coordinate, field }: RootField): void {
  expect(data?.[field.name] ?? null, coordinate).toBeNull();
  expect(errors.length, `${coordinate} is refused`).toBeGreaterThan(0);
  for (const { errorType } of errors) expect(REFUSALS, coordinate).toContain(errorType);
}

test('the list above names every field of the contract and no other', () => {
  expect(Object.keys(MAY).sort()).toEqual(rootFields.map(({ coordinate }) => coordinate).sort());
});

test.each<[string, () => string | undefined]>([
  ['nobody (no token)', () => undefined],
  ['an expired token', () => expiredToken],
  ['a token that somebody changed', () => `${tokens.admin.slice(0, -8)}AAAAAAAA`],
  ['a revoked API key', () => revokedKey],
  ['an invented API key', () => 'key pk_0000000000000000000000000000000000000000000'],
])('%s gets nothing at all', async (_name, token) => {
  const before = await dumpTable(office.aws);
  for (const field of rootFields) {
    const answer = await ask(token(), field);
    expectRefused(answer, field);
    if (field.operation !== 'Subscription') expect(answer.status, field.coordinate).toBe(401);
  }
  expect(await dumpTable(office.aws)).toEqual(before);
});

describe.each(CALLERS)('the %s', (caller) => {
  test('may not do what is not theirs, and leaves no trace', async () => {
    const before = await dumpTable(office.aws);
    for (const field of rootFields) {
      if (MAY[field.coordinate]?.includes(caller)) continue;
      expectRefused(await ask(tokens[caller], field), field);
    }
    expect(await dumpTable(office.aws)).toEqual(before);
  });

  test('may do what is theirs, and reads every part of the answer', async () => {
    for (const field of rootFields) {
      if (!MAY[field.coordinate]?.includes(caller)) continue;
      const { status, data, errors } = await ask(tokens[caller], field);
      expect({ status, errors }, field.coordinate).toEqual({ status: 200, errors: undefined });
      expect(data?.[field.field.name], field.coordinate).not.toBeNull();
    }
  });
});

type Found = { nodes: unknown[] } | { userErrors: unknown[] } | unknown[] | null | undefined;

test('another company sees and changes nothing, whatever ids it knows', async () => {
  await office.stranger.execute(UpsertCompanyDocument, { input: { idempotencyKey: 'other', name: 'Other Company' } });
  const token = await tokenOf(SAMPLE_USERS.stranger.username);
  const ofSample = async () =>
    (await dumpTable(office.aws)).filter(
      ({ pk, companyId }) => pk.startsWith(`COMPANY#${SAMPLE_COMPANY_ID}`) || companyId === SAMPLE_COMPANY_ID,
    );
  const before = await ofSample();
  for (const field of rootFields) {
    const answer = await ask(token, field);
    if (field.operation === 'Subscription') expectRefused(answer, field);
    const text = JSON.stringify(answer);
    for (const secret of secrets) expect(text, field.coordinate).not.toContain(secret);
    const { data } = answer;
    if (field.operation === 'Query' && field.field.args.some(({ name }) => /^(run|employee|payslip)Id$/.test(name))) {
      const found = data?.[field.field.name] as Found;
      if (found && 'userErrors' in found && found.userErrors.length > 0) continue;
      expect((found && 'nodes' in found ? found.nodes : found) ?? [], field.coordinate).toEqual([]);
    }
  }
  expect(await ofSample()).toEqual(before);
});

test('an employee reads the own payslip and no other', async () => {
  const myPayslip = rootFields.find(({ coordinate }) => coordinate === 'Query.myPayslip') as RootField;
  const { data } = await post(tokens.employee, myPayslip);
  expect(data).toMatchObject({ myPayslip: { employeeId: values['employeeId'], payslipId: values['payslipId'] } });
});

describe('with IAM', () => {
  const overHttp = rootFields.filter(({ operation }) => operation !== 'Subscription');
  const publishing = [
    'Mutation.publishRunProgress',
    'Mutation.publishRunStatus',
    'Mutation.publishPaymentUpdate',
    'Mutation.publishImportUpdate',
  ];

  const askAs = async (caller: Parameters<PayrollOffice['aws']['appSync']['executeAs']>[0], field: RootField) => {
    try {
      const answer = await office.aws.appSync.executeAs(caller, operationOf(field));
      return { status: 200, ...answer } as Answer;
    } catch (error) {
      const { code, message } = error as AwsError;
      return { status: 401, data: null, errors: [{ errorType: code, message }] };
    }
  };
  const roleOf = (type: string, logicalId: string) => {
    const found = office.aws.template
      .resourcesOfType(type)
      .find((resource) => resource.physicalName.includes(logicalId));
    return String(found?.properties['Role']);
  };

  test('a worker without permission may not publish, nor do anything else', async () => {
    const worker = office.aws.cloud.callerOfRole(roleOf('AWS::Lambda::Function', 'CalculateSegment'));
    for (const field of overHttp) expectRefused(await askAs(worker, field), field);
  });

  test('whoever is allowed everything in the account may publish, and not act as a person', async () => {
    for (const field of overHttp) {
      const answer = await askAs(office.aws.operator, field);
      if (!publishing.includes(field.coordinate)) expectRefused(answer, field);
      else expect(answer.errors, field.coordinate).toBeUndefined();
    }
  });

  test.each([
    ['PublishRunProgress', 'Mutation.publishRunProgress'],
    ['PublishRunStatus', 'Mutation.publishRunStatus'],
    ['PublishPaymentUpdate', 'Mutation.publishPaymentUpdate'],
    ['PublishImportUpdate', 'Mutation.publishImportUpdate'],
  ])('the rule %s may call its own mutation only', async (rule, own) => {
    const target = office.aws.template
      .resourcesOfType('AWS::Events::Rule')
      .find(({ physicalName }) => physicalName.includes(rule));
    const [{ RoleArn }] = target?.properties['Targets'] as [{ RoleArn: string }];
    for (const field of overHttp) {
      const answer = await askAs(office.aws.cloud.callerOfRole(RoleArn), field);
      if (field.coordinate === own) expect(answer.errors).toBeUndefined();
      else expectRefused(answer, field);
    }
  });
});
