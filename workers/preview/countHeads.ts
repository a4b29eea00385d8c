import { decisiveHeadcount } from '../../payroll/decisiveHeadcount.ts';
import { isEmployedIn } from '../../payroll/employment.ts';
import type { PayPeriod } from '../../payroll/payPeriods.ts';
import type { CompanyRecord } from '../../table/company.ts';
import { rosterOf } from '../../table/employee.ts';

/** Counts who is employed in a period, as far as it makes a difference to the rules: a large roster is not read whole. */
export async function countHeads(
  { companyId, employeeSequence }: CompanyRecord,
  period: PayPeriod,
  ruleSetVersion: string,
): Promise<number> {
  const decisive = decisiveHeadcount(ruleSetVersion);
  let headcount = 0;
  if (decisive === 0) return headcount;
  for await (const { employees } of rosterOf(companyId, employeeSequence)) {
    headcount += employees.filter((member) => isEmployedIn(member, period)).length;
    if (headcount >= decisive) return headcount;
  }
  return headcount;
}
