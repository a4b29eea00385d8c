import { VirtualClock } from 'cdk-local-engine';
import {
  ApprovePayrollRunDocument,
  type RunPartsFragment,
  UpsertEmployeesDocument,
  UpsertPayrollInputsDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput, PayrollRunStatus } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { openPayrollOffice, type PayrollOffice, readRun } from './payrollOffice.ts';

/** An office whose clock the test turns. */
export interface ClockedOffice extends PayrollOffice {
  clock: VirtualClock;
  faults: OrderedFaults;
  /** Lets time pass until a run has one of these statuses, and answers it. */
  runIs(runId: string, ...statuses: PayrollRunStatus[]): Promise<RunPartsFragment>;
}

/** The Tuesday after the sample period, in New York's morning. */
const OPENED_AT = '2026-11-24T15:00:00Z';

export async function openClockedOffice(employees: number): Promise<ClockedOffice> {
  const clock = new VirtualClock(Date.parse(OPENED_AT));
  const faults = new OrderedFaults();
  return clocked(await openPayrollOffice({ employees, clock, faults, random: () => 0.25 }), clock, faults);
}

/** An office that was opened with this clock and these faults. */
export function clocked(office: PayrollOffice, clock: VirtualClock, faults: OrderedFaults): ClockedOffice {
  const runIs = async (runId: string, ...statuses: PayrollRunStatus[]) => {
    let run = await readRun(office.admin, runId);
    await passTimeUntil(office.aws, clock, async () => {
      run = await readRun(office.admin, runId);
      return statuses.includes(run.status);
    });
    return run;
  };
  return { ...office, clock, faults, runIs };
}

/** What a mutation answers of a run. */
export interface RunAnswer {
  run?: RunPartsFragment | null;
  replayed?: boolean;
  userErrors: { code: string; message: string; resolution: string }[];
}

export const answered = (payload: RunAnswer | null | undefined): RunAnswer => {
  if (!payload) throw new Error('the mutation has no answer');
  return payload;
};

/** Approves the calculation that is named, or the present one. */
export async function approveAs(client: PayrollClient, runId: string, hash?: string): Promise<RunAnswer> {
  const calculationHash = hash ?? (await readRun(client, runId)).calculationHash ?? '';
  const input = { idempotencyKey: crypto.randomUUID(), runId, calculationHash };
  return answered((await client.execute(ApprovePayrollRunDocument, { input })).approvePayrollRun);
}

/** Records an employee and answers the row. */
export async function record(client: PayrollClient, employee: EmployeeInput) {
  const input = { idempotencyKey: crypto.randomUUID(), employees: [employee] };
  const { upsertEmployees } = await client.execute(UpsertEmployeesDocument, { input });
  const [row] = upsertEmployees?.results ?? [];
  if (!row) throw new Error(`the employee was refused: ${upsertEmployees?.userErrors[0]?.message}`);
  return row;
}

/** Enters something for the sample period and answers the row. */
export async function enter(client: PayrollClient, payInputs: PayrollInputInput) {
  const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: SAMPLE_PERIOD_START_DATE };
  const input = { idempotencyKey: crypto.randomUUID(), ...period, inputs: [payInputs] };
  const { upsertPayrollInputs } = await client.execute(UpsertPayrollInputsDocument, { input });
  const [row] = upsertPayrollInputs?.results ?? [];
  if (!row) throw new Error(`the input was refused: ${upsertPayrollInputs?.userErrors[0]?.message}`);
  return row;
}
