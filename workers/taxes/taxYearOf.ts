import type { TaxDeposit, TaxLiability, TaxYear as TaxYearAnswer } from '../../clients/generated/schema.ts';
import { nameOfTaxDeposit } from '../../payroll/ledger/taxDeposits.ts';
import type { TaxDepositRecord } from '../../table/taxDeposit.ts';
import { moneyOf } from '../answers/moneyOf.ts';
import { missingOf } from './missingOf.ts';
import type { TaxYear } from './readTaxYear.ts';
import { filingProfileOf } from './filingProfileOf.ts';

/** A year's taxes as the API shows them. @param today in US Eastern time */
export function taxYearOf(
  year: number,
  { profile, due, deposits, corrections }: TaxYear,
  today: string,
): TaxYearAnswer {
  const liabilities = due.map((each): TaxLiability => {
    const own = deposits.filter(({ liabilityId }) => liabilityId === each.liabilityId);
    const depositedCents = own.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const balanceCents = each.amountCents - depositedCents;
    return {
      liabilityId: each.liabilityId,
      authority: each.authority,
      name: nameOfTaxDeposit(each.authority),
      periodStartDate: each.periodStartDate,
      periodEndDate: each.periodEndDate,
      rule: each.rule,
      dueDate: each.dueDate ?? null,
      amount: moneyOf(each.amountCents),
      deposited: moneyOf(depositedCents),
      balance: moneyOf(balanceCents),
      isOverdue: balanceCents > 0 && each.dueDate !== undefined && each.dueDate < today,
      deposits: own.map(depositOf),
    };
  });
  const known = new Set(due.map(({ liabilityId }) => liabilityId));
  const authorities = due.map(({ authority }) => authority);
  return {
    year,
    profile: profile ? filingProfileOf(profile) : null,
    missing: missingOf(profile, authorities),
    liabilities,
    // What was deposited for a period that has changed since, because more was paid or reversed in it.
    unassignedDeposits: deposits.filter(({ liabilityId }) => !known.has(liabilityId)).map(depositOf),
    corrections: corrections.map(({ authority, payDate, amountCents, runId }) => ({
      authority,
      name: nameOfTaxDeposit(authority),
      payDate,
      amount: moneyOf(amountCents),
      runId,
    })),
  };
}

const depositOf = (deposit: TaxDepositRecord): TaxDeposit => ({
  depositId: deposit.depositId,
  liabilityId: deposit.liabilityId,
  authority: deposit.authority,
  amount: moneyOf(deposit.amountCents),
  depositedOn: deposit.depositedOn,
  confirmation: deposit.confirmation,
  recordedBy: deposit.recordedBy,
  recordedAt: deposit.recordedAt,
});
