import type { CashRequirement, CashRequirementLine, TaxYear } from '../clients/generated/schema.ts';
import { addPostings } from '../payroll/ledger/addPostings.ts';
import { type AmountOwed, cashRequirementOf } from '../payroll/ledger/cashRequirement.ts';
import { cents } from '../payroll/money.ts';
import { isCalculated } from '../payroll/runStatus.ts';
import { getRun } from '../table/payrollRun.ts';
import { getSegments } from '../table/runItem.ts';
import { sumsOf } from '../table/runProgress.ts';
import type { RunReference } from '../workflows/payrollRun.ts';
import { moneyOf } from './answers/moneyOf.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { easternTime } from './payments/easternTime.ts';
import { type ChangedTaxes, recordTaxDeposit, upsertFilingProfile } from './taxes/changeTaxes.ts';
import { readTaxYear } from './taxes/readTaxYear.ts';
import { taxYearOf } from './taxes/taxYearOf.ts';

interface TaxYearEvent {
  companyId: string;
  year: number;
}

/**
 * What is owed to whom by when: Query.cashRequirement and Query.taxYear, Mutation.upsertFilingProfile and recordTaxDeposit. One
 * function for all of them, because a stack has 500 resources at the most.
 */
export const handler = (
  event: RunReference | TaxYearEvent | Parameters<typeof changeTaxes>[0],
): Promise<CashRequirement | TaxYear | ChangedTaxes | null> => {
  if ('mutation' in event) return changeTaxes(event);
  return 'year' in event ? taxYear(event) : cashRequirement(event);
};

const changeTaxes = mutationHandler<'upsertFilingProfile' | 'recordTaxDeposit', ChangedTaxes>((event) =>
  event.mutation === 'upsertFilingProfile'
    ? upsertFilingProfile(event, Date.now())
    : recordTaxDeposit(event, Date.now()),
);

const taxYear = async ({ companyId, year }: TaxYearEvent): Promise<TaxYear> =>
  taxYearOf(year, await readTaxYear(companyId, year), easternTime(new Date().toISOString()).date);

/** Nothing for a run that is not calculated, or that reverses another one. */
const cashRequirement = async ({ companyId, runId }: RunReference): Promise<CashRequirement | null> => {
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
