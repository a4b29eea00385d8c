import type { PayslipLine } from '../Payslip.ts';
import { nameOfTaxDeposit, taxDepositOf } from './taxDeposits.ts';

/**
 * An account of the payroll ledger: four digits, and for some a dash and what it is kept for: `2100`, `2200-US_941`,
 * `1000-fund_1`. Codes are stable, because the company's general ledger is mapped to them.
 */
export type Account = string;

/** Every account by its four digits, as a bookkeeper would file it: assets, then liabilities, then expenses. */
const CHART = {
  '1000': 'Cash in funding account',
  '1010': 'Cash: payroll checks',
  '2100': 'Net pay payable',
  '2200': 'Payroll taxes payable',
  '2300': 'Garnishments payable',
  '2400': 'Deductions payable',
  '5000': 'Salaries and wages',
  '5010': 'Overtime',
  '5020': 'Bonuses',
  '5030': 'Commissions',
  '5040': 'Holidays and paid leave',
  '5050': 'Severance',
  '5100': 'Employer payroll taxes',
  '5200': 'Employee expenses reimbursed',
} as const;

/** Cash of checks that were handed out. One account for all: the bank that a check is drawn on is no matter of this service. */
export const CHECKS: Account = '1010';
export const NET_PAY_PAYABLE: Account = '2100';

/** The liabilities that are owed to others than the employees. */
export const TAXES_PAYABLE = '2200';
export const GARNISHMENTS_PAYABLE = '2300';
export const DEDUCTIONS_PAYABLE = '2400';

/** Where the direct deposits of a run come from. */
export function fundingAccountCash(fundingAccountId: string): Account {
  return `1000-${fundingAccountId}`;
}

/** Earnings that have an account of their own; all others are wages. */
const EXPENSE_OF_EARNING: Readonly<Record<string, Account>> = {
  OVERTIME_PREMIUM: '5010',
  STATE_OVERTIME: '5010',
  BONUS: '5020',
  GROSS_UP: '5020',
  COMMISSION: '5030',
  HOLIDAY: '5040',
  PAID_LEAVE: '5040',
  SEVERANCE: '5050',
};

/** By line code: a run asks for the same few codes a million times. */
const taxAccounts = new Map<string, Account>();

function taxAccountOf(lineCode: string): Account {
  let account = taxAccounts.get(lineCode);
  if (account === undefined) {
    account = `${TAXES_PAYABLE}-${taxDepositOf(lineCode)}`;
    taxAccounts.set(lineCode, account);
  }
  return account;
}

/** What a line costs the employer; `undefined` for what is only taken out of the employee's pay. */
export function expenseAccountOf({ kind, code }: PayslipLine): Account | undefined {
  switch (kind) {
    case 'EARNING':
      return EXPENSE_OF_EARNING[code] ?? '5000';
    case 'REIMBURSEMENT':
      return '5200';
    case 'EMPLOYER_TAX':
      return '5100';
    case 'PRE_TAX_DEDUCTION':
    case 'TAX':
    case 'GARNISHMENT':
    case 'POST_TAX_DEDUCTION':
      return undefined;
  }
}

/** To whom a line is owed besides the employee; `undefined` for what goes into net pay. */
export function liabilityAccountOf({ kind, code }: PayslipLine): Account | undefined {
  switch (kind) {
    case 'TAX':
    case 'EMPLOYER_TAX':
      return taxAccountOf(code);
    case 'GARNISHMENT':
      return `${GARNISHMENTS_PAYABLE}-${code.slice('GARNISHMENT_'.length)}`;
    case 'PRE_TAX_DEDUCTION':
    case 'POST_TAX_DEDUCTION':
      return `${DEDUCTIONS_PAYABLE}-${code}`;
    case 'EARNING':
    case 'REIMBURSEMENT':
      return undefined;
  }
}

/** `2200-CA_UNEMPLOYMENT` is `Payroll taxes payable: California unemployment`. Throws for what is no account. */
export function nameOfAccount(account: Account): string {
  const name = (CHART as Readonly<Record<string, string>>)[account.slice(0, 4)];
  if (name === undefined) throw new Error(`${account} is not in the chart of accounts`);
  const detail = account.slice(5);
  if (detail === '') return name;
  return `${name}: ${account.startsWith(TAXES_PAYABLE) ? nameOfTaxDeposit(detail) : inWords(detail)}`;
}

/** `CHILD_SUPPORT` -> `child support`; ids of funding accounts stay as they are. */
function inWords(detail: string): string {
  return /^[A-Z0-9_]+$/.test(detail) ? detail.toLowerCase().replaceAll('_', ' ') : detail;
}
