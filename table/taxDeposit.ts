import { tableName } from './documentClient.ts';
import { taxDepositKey, taxDepositsPartition } from './keys.ts';
import { queryAll } from './queryAll.ts';
import type { TransactItem } from './transact.ts';

/** A deposit that somebody made for the pays of a year. */
export interface TaxDepositRecord {
  companyId: string;
  depositId: string;
  year: number;
  /** What it was made for: see `payroll/deposits/DueDeposit.ts`. */
  liabilityId: string;
  authority: string;
  amountCents: number;
  depositedOn: string;
  /** What the tax office answered, such as the EFT acknowledgment number. */
  confirmation: string;
  recordedBy: string;
  recordedAt: string;
}

/** All deposits of a year. Strongly consistent. */
export const getTaxDeposits = (companyId: string, year: number): Promise<TaxDepositRecord[]> =>
  queryAll<TaxDepositRecord>({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': taxDepositsPartition(companyId, year) },
    ConsistentRead: true,
  });

/** The write that records a deposit, once. */
export const newTaxDeposit = (deposit: TaxDepositRecord): TransactItem => ({
  Put: {
    TableName: tableName(),
    Item: { ...taxDepositKey(deposit.companyId, deposit.year, deposit.depositId), ...deposit },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});
