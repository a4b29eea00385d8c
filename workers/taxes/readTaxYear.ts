import { type DueDeposit, type PaidTax, quarterOf } from '../../payroll/deposits/DueDeposit.ts';
import { dueDeposits } from '../../payroll/deposits/dueDeposits.ts';
import { addPostings } from '../../payroll/ledger/addPostings.ts';
import { taxesOf } from '../../payroll/ledger/taxesOf.ts';
import { cents } from '../../payroll/money.ts';
import { isPosted } from '../../payroll/runStatus.ts';
import { atOnce } from '../../table/atOnce.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { getSegments } from '../../table/runItem.ts';
import { runsOfCompany } from '../../table/runsOfCompany.ts';
import { getRunTaxes, type RunTaxesRecord } from '../../table/runTaxes.ts';
import { getTaxDeposits, type TaxDepositRecord } from '../../table/taxDeposit.ts';
import { getFilingProfile, type FilingProfileRecord } from '../../table/filingProfile.ts';
import { easternTime } from '../payments/easternTime.ts';

/** Tax of a quarter that was reversed after its end: it is corrected on a return of its own. */
export interface TaxCorrection {
  authority: string;
  payDate: string;
  amountCents: number;
  runId: string;
}

/** What is owed for the pays of a year, and what was deposited. */
export interface TaxYear {
  profile: FilingProfileRecord | undefined;
  due: DueDeposit[];
  deposits: TaxDepositRecord[];
  corrections: TaxCorrection[];
}

/** How many runs without kept taxes are added up at the same time. */
const RUNS_AT_ONCE = 4;

export async function readTaxYear(companyId: string, year: number): Promise<TaxYear> {
  const [profile, deposits, taxes] = await Promise.all([
    getFilingProfile(companyId),
    getTaxDeposits(companyId, year),
    taxesOfYear(companyId, year),
  ]);
  const paid = new Map<string, PaidTax[]>();
  const corrections: TaxCorrection[] = [];
  for (const { runId, payDate, postedAt, isReversal, taxes: ofRun } of taxes) {
    const isLate = isReversal && easternTime(postedAt).date > quarterOf(payDate).end;
    for (const [authority, amountCents] of Object.entries(ofRun)) {
      if (isLate) corrections.push({ authority, payDate, amountCents, runId });
      else paid.set(authority, [...(paid.get(authority) ?? []), { payDate, amountCents: cents(amountCents) }]);
    }
  }
  return { profile, due: dueDeposits(paid, profile?.depositSchedule), deposits, corrections };
}

type TaxesOfRun = RunTaxesRecord & { isReversal: boolean };

/** The taxes of all posted runs with a pay date in the year. */
async function taxesOfYear(companyId: string, year: number): Promise<TaxesOfRun[]> {
  const runs: RunRecord[] = [];
  for await (const run of runsOfCompany(companyId, undefined)) {
    if (run.period.payDate.startsWith(`${year}-`) && isPosted(run.status)) runs.push(run);
  }
  const kept = await getRunTaxes(
    companyId,
    runs.map(({ runId }) => runId),
  );
  return atOnce(RUNS_AT_ONCE, runs, async (run) => ({
    ...(kept.get(run.runId) ?? (await addUp(run))),
    isReversal: run.type === 'REVERSAL',
  }));
}

/** Of a run that was posted before its taxes were kept. */
async function addUp({ companyId, runId, period, paidAt = '' }: RunRecord): Promise<RunTaxesRecord> {
  const segments = await getSegments(companyId, runId);
  const taxes = taxesOf(addPostings(segments.map(({ postings }) => postings)));
  return { companyId, runId, payDate: period.payDate, postedAt: paidAt, taxes };
}
