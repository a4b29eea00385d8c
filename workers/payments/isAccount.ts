import type { DirectDeposit } from '../../table/employee.ts';
import type { NoticedAccount } from '../../table/noticeOfChange.ts';

/** Whether an account on record is the one that a bank named, as far as may be kept of its number. */
export const isAccount = (deposit: DirectDeposit, { accountType, routingNumber, last4 }: NoticedAccount): boolean =>
  deposit.accountType === accountType && deposit.routingNumber === routingNumber && deposit.last4 === last4;
