import { afterAll, beforeAll, expect, test } from 'vitest';
import { OnRunStatusChangedDocument } from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { openPayrollOffice, type PayrollOffice, startRun } from './payrollOffice.ts';

/* A worker may die between moving a run and saying so: whoever runs the step again says it. */

const faults = new OrderedFaults();
let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: 10, faults, random: () => 0.1 });
});
afterAll(() => office.close());

test('a step that is run again after the run was moved announces the status again', async () => {
  const told: string[] = [];
  const stop = await office.admin.subscribe(
    OnRunStatusChangedDocument,
    { companyId: SAMPLE_COMPANY_ID },
    ({ onRunStatusChanged }) => told.push(onRunStatusChanged?.status ?? ''),
    () => {},
  );
  // The attempt's answer is lost after it moved the run; nobody can tell whether it had come to the announcement.
  faults.order('LAMBDA_AFTER', 'PreparePayrollRun', 'CRASH');
  faults.order('LAMBDA_AFTER', 'RequestApproval', 'CRASH');
  await watchRun(office.admin, await startRun(office.admin));
  const times = (status: string) => told.filter((one) => one === status).length;
  await expect.poll(() => [times('CALCULATING'), times('AWAITING_APPROVAL')], { timeout: 20_000 }).toEqual([2, 2]);
  stop();
});
