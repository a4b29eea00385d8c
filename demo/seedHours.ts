import { PayPeriodsDocument } from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { upsertAllPayrollInputs } from '../clients/sdk/upsertAll.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE, sampleEmployees } from './sampleEmployees.ts';

const DAY_MS = 86_400_000;

/** The periods around today: the one that has ended, the one that runs, and the next. */
const DAYS_BACK = 28;
const DAYS_AHEAD = 14;

/**
 * Enters the sample company's hours for the periods that are run next, so that the first run that somebody starts finds
 * them. Those whose file is wrong have none: they are there to be fixed.
 */
export async function seedHours(admin: PayrollClient, employeeCount: number, nowMs: number): Promise<void> {
  const dateAt = (days: number) => new Date(nowMs + days * DAY_MS).toISOString().slice(0, 10);
  const { payPeriods } = await admin.execute(PayPeriodsDocument, {
    payGroupId: SAMPLE_PAY_GROUP_ID,
    fromDate: dateAt(-DAYS_BACK),
    toDate: dateAt(DAYS_AHEAD),
  });
  const hours = [...sampleEmployees(employeeCount)].flatMap(({ payInputs }) =>
    payInputs?.hoursWorked ? [{ externalId: payInputs.externalId, hoursWorked: payInputs.hoursWorked }] : [],
  );
  for (const { startDate } of payPeriods?.periods ?? []) {
    if (startDate === SAMPLE_PERIOD_START_DATE) continue;
    const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: startDate };
    await upsertAllPayrollInputs(admin, period, hours, { idempotencyKey: `sample-hours:${startDate}` });
  }
}
