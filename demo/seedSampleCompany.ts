import {
  UpsertCompanyDocument,
  UpsertFundingAccountDocument,
  UpsertPayGroupDocument,
} from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { upsertAllEmployees, upsertAllPayrollInputs } from '../clients/sdk/upsertAll.ts';
import { SAMPLE_ROUTING_NUMBER } from './sampleDirectDeposits.ts';
import {
  SAMPLE_FUNDING_ACCOUNT_ID,
  SAMPLE_PAY_GROUP_ID,
  SAMPLE_PERIOD_START_DATE,
  type SampleEmployee,
  sampleEmployees,
} from './sampleEmployees.ts';
import { SAMPLE_UNEMPLOYMENT_RATES } from './sampleStates.ts';

/** How many employees are generated and sent before the next ones are: keeps memory level for a large company. */
const EMPLOYEES_AT_ONCE = 5_000;

/** Two schedules: the one that everybody is paid by, and one for who is hired on a monthly salary. */
const SAMPLE_PAY_GROUPS = [
  { payGroupId: SAMPLE_PAY_GROUP_ID, name: 'Biweekly', frequency: 'BIWEEKLY', anchorDate: '2026-01-05' },
  { payGroupId: 'monthly', name: 'Monthly', frequency: 'MONTHLY', anchorDate: '2026-01-01' },
] as const;

/** Makes the sample company through the API, as its own administrator would; sent again it changes nothing. */
export async function seedSampleCompany(
  admin: PayrollClient,
  employeeCount: number,
  onProgress: (doneEmployees: number) => void,
  onBlocked?: (pauseMs: number) => void,
): Promise<void> {
  const blocked = onBlocked ? { onBlocked } : {};
  const company = await admin.execute(UpsertCompanyDocument, {
    input: {
      idempotencyKey: 'sample-company',
      name: 'Sample Company',
      selfApprovalAllowed: false,
      unemploymentRates: SAMPLE_UNEMPLOYMENT_RATES,
    },
  });
  refuseErrors(company.upsertCompany?.userErrors);
  const funding = await admin.execute(UpsertFundingAccountDocument, {
    input: {
      idempotencyKey: 'sample-funding-account',
      fundingAccountId: SAMPLE_FUNDING_ACCOUNT_ID,
      name: 'Payroll account',
      bankName: 'Sample Bank',
      routingNumber: SAMPLE_ROUTING_NUMBER,
      accountNumber: '900000001',
      companyIdentification: '1234567890',
      companyEntryName: 'SAMPLE COMPANY',
    },
  });
  refuseErrors(funding.upsertFundingAccount?.userErrors);
  for (const group of SAMPLE_PAY_GROUPS) {
    const { upsertPayGroup } = await admin.execute(UpsertPayGroupDocument, {
      input: {
        ...group,
        idempotencyKey: `sample-pay-group:${group.payGroupId}`,
        payDateOffsetDays: 5,
        approvalPolicy: 'REQUIRED',
        fundingAccountId: SAMPLE_FUNDING_ACCOUNT_ID,
      },
    });
    refuseErrors(upsertPayGroup?.userErrors);
  }

  let seeded = 0;
  const seed = async (chunk: SampleEmployee[]) => {
    const employees = await upsertAllEmployees(
      admin,
      chunk.map(({ employee }) => employee),
      { idempotencyKey: `sample-employees:${seeded}`, onProgress: (done) => onProgress(seeded + done), ...blocked },
    );
    for (const { userErrors } of employees) refuseErrors(userErrors);
    const payInputs = chunk.flatMap((sample) => (sample.payInputs ? [sample.payInputs] : []));
    const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
    const inputs = await upsertAllPayrollInputs(admin, period, payInputs, {
      idempotencyKey: `sample-inputs:${seeded}`,
      ...blocked,
    });
    for (const { userErrors } of inputs) refuseErrors(userErrors);
    seeded += chunk.length;
  };
  let chunk: SampleEmployee[] = [];
  for (const sample of sampleEmployees(employeeCount)) {
    chunk.push(sample);
    // The first employee goes alone, and so gets the first place: the sample user "employee" is that person.
    if (chunk.length === EMPLOYEES_AT_ONCE || seeded === 0) {
      await seed(chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) await seed(chunk);
}

/** The sample data is ours: a refusal of it is a defect. */
function refuseErrors(userErrors: { message: string }[] | undefined): void {
  const [first] = userErrors ?? [];
  if (first) throw new Error(`the sample company was refused: ${first.message}`);
}
