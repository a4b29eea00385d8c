import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancelPayrollRunDocument,
  CompanyDocument,
  CreateApiKeyDocument,
  EmployeesDocument,
  OnRunStatusChangedDocument,
  PayrollRunDocument,
  PayrollRunsDocument,
  StartPayrollRunDocument,
} from '../../../clients/generated/operations/graphql.ts';
import { pages } from '../../../clients/sdk/pages.ts';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { SAMPLE_COMPANY_ID } from '../../../demo/sampleUsers.ts';
import { openPayrollOffice, type PayrollOffice, startInput } from '../../acceptance/payrollOffice.ts';
import { amplify } from './libraries/amplify.ts';
import { apollo } from './libraries/apollo.ts';
import { bareFetch } from './libraries/bareFetch.ts';
import type { Connection, GraphqlLibrary } from './libraries/GraphqlLibrary.ts';
import { graphqlRequest } from './libraries/graphqlRequest.ts';
import { urql } from './libraries/urql.ts';

/* One contract for every client library, as a signed-in user and as a partner application with a key. */

const EMPLOYEES = 12;

let office: PayrollOffice;
let key: string;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES });
  const { secret } = await office.admin.command(CreateApiKeyDocument, { name: 'partner', scopes: ['READ', 'WRITE'] });
  key = `key ${secret}`;
});
afterAll(() => office.close());

let sequence = 0;
/** A start of the sample period: the run before must have been cancelled. */
const nextStart = () => startInput({ idempotencyKey: `start ${++sequence}`, sequence });
const cancel = (runId: string) =>
  office.admin.command(CancelPayrollRunDocument, { runId, reason: 'Another one follows.' });

const LIBRARIES = { amplify, apollo, urql, graphqlRequest, bareFetch };
const COMBINATIONS = Object.entries(LIBRARIES).flatMap(([name, library]) =>
  (['userPool', 'lambda'] as const).map((authMode) => ({ name, library, authMode })),
);

describe.each(COMBINATIONS)('$name with $authMode', ({ name, library, authMode }) => {
  let payroll: PayrollClient;
  let client: GraphqlLibrary;

  beforeAll(async () => {
    const endpoint = `${office.aws.endpoint}/graphql`;
    const token = authMode === 'lambda' ? () => Promise.resolve(key) : () => office.admin.token();
    payroll = new PayrollClient({ endpoint, token });
    client = await library({ endpoint, authMode, token, payroll } satisfies Connection);
  });
  afterAll(() => payroll.close());

  test('a document answers with what it asks for', async () => {
    expect(await client.execute(CompanyDocument, {})).toMatchObject({
      company: { companyId: SAMPLE_COMPANY_ID, employeeCount: EMPLOYEES },
    });
  });

  test('a list is read page by page to its end', async () => {
    const sizes: number[] = [];
    const employees = new Set<string>();
    const read = async (after: string | null) =>
      (await client.execute(EmployeesDocument, { first: 5, after })).employees;
    for await (const { nodes } of pages(read)) {
      sizes.push(nodes.length);
      for (const { employeeId } of nodes) employees.add(employeeId);
    }
    expect(sizes.slice(0, 2)).toEqual([5, 5]);
    expect(employees.size).toBe(EMPLOYEES);
  });

  test('a run is started once, and is read with its fragments', async () => {
    const input = nextStart();
    const { startPayrollRun } = await client.execute(StartPayrollRunDocument, { input });
    expect(startPayrollRun).toMatchObject({ replayed: false, userErrors: [] });
    const runId = startPayrollRun?.run?.runId ?? '';
    const again = await client.execute(StartPayrollRunDocument, { input });
    expect(again.startPayrollRun).toMatchObject({ replayed: true, run: { runId } });
    const { sequence, periodStartDate } = input;
    const { payrollRun } = await client.execute(PayrollRunDocument, { runId });
    expect(payrollRun).toMatchObject({ runId, sequence, period: { startDate: periodStartDate } });
    await cancel(runId);
  });

  test('what happens to a run is heard', async ({ skip }) => {
    if (!client.subscribe) return skip('it speaks HTTP alone: PayrollClient.subscribe goes beside it');
    const heard = new Set<string>();
    const stop = client.subscribe(OnRunStatusChangedDocument, { companyId: SAMPLE_COMPANY_ID }, (message) => {
      if (message.onRunStatusChanged?.status === 'CANCELLED') heard.add(message.onRunStatusChanged.runId);
    });
    // A library does not say when it listens, so runs are started and cancelled until one is heard of.
    const isHeard = async () => {
      const { startPayrollRun } = await client.execute(StartPayrollRunDocument, { input: nextStart() });
      const runId = startPayrollRun?.run?.runId ?? '';
      await cancel(runId);
      await expect.poll(() => heard).toContain(runId);
    };
    await isHeard().catch(isHeard).catch(isHeard);
    stop();
  });

  test('a refusal of the trade is a value with a code and a fix', async () => {
    const input = startInput({ idempotencyKey: `${name} ${authMode}`, payGroupId: 'nobody' });
    const { startPayrollRun } = await client.execute(StartPayrollRunDocument, { input });
    expect(startPayrollRun).toMatchObject({ run: null, userErrors: [{ code: 'PAY_GROUP_NOT_FOUND' }] });
  });

  test('a fault is thrown with the type that the service gave it', async () => {
    const asked = client.execute(PayrollRunsDocument, { first: 1_000 });
    expect(client.errorTypeOf(await asked.catch((error: unknown) => error))).toBe('INVALID_PAGE_SIZE');
  });
});
