import type { CashRequirement, CashRequirementLine } from '../clients/generated/schema.ts';
import { addPostings } from '../payroll/ledger/addPostings.ts';
import { type AmountOwed, cashRequirementOf } from '../payroll/ledger/cashRequirement.ts';
import { cents } from '../payroll/money.ts';
import { isCalculated } from '../payroll/runStatus.ts';
import { getRun } from '../table/payrollRun.ts';
import { getSegments } from '../table/runItem.ts';
import { sumsOf } from '../table/runProgress.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { moneyOf } from './answers/moneyOf.ts';

/** Query.cashRequirement: nothing for a run that is not calculated, or that takes another one back. */
export const handler = async ({ companyId, runId }: RunReference): Promise<CashRequirement | null> => {
  const [run, segments] = await Promise.all([getRun(companyId, runId), getSegments(companyId, runId)]);
  if (!run || run.type === 'REVERSAL' || !isCalculated(run.status)) return null;
  const sums = sumsOf(segments);
  const netPay = { directDepositCents: cents(sums.directDepositCents), checkCents: cents(sums.checkCents) };
  const required = cashRequirementOf(addPostings(segments.map(({ postings }) => postings)), netPay, run.period.payDate);
  if (!required.ok)
    throw new Error(`run ${runId} was started with a pay date that has no rules: ${required.error.message}`);
  const { fundingDate, directDepositsCents, checksCents, taxes, garnishments, deductions, totalCents } = required.value;
  return {
    runId,
    fundingDate,
    fundingAccountId: run.fundingAccountId ?? null,
    directDeposits: moneyOf(directDepositsCents),
    checks: moneyOf(checksCents),
    taxes: taxes.map(lineOf),
    garnishments: garnishments.map(lineOf),
    deductions: deductions.map(lineOf),
    total: moneyOf(totalCents),
  };
};

const lineOf = ({ account, name, amountCents }: AmountOwed): CashRequirementLine => ({
  account,
  name,
  amount: moneyOf(amountCents),
});
