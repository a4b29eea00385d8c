/** Payments that did not simply leave with their run's file: what became of them is kept in the payslip's item. */
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { documentClient, tableName } from './documentClient.ts';
import { runItemKey, runPartition } from './keys.ts';
import { decodePayments, type PaymentPlace, type PlannedPayment } from './payments.ts';
import type { CalculatedItem, PaymentState, RunItemRecord } from './runItem.ts';
import type { TransactItem } from './transact.ts';

/** A payment, and the payslip that it belongs to. */
export interface PaidItem {
  item: CalculatedItem;
  payment: PlannedPayment;
  /** Absent: it left, or will leave, with the run's own file. */
  state: PaymentState | undefined;
}

/** A payment as it is now; nothing where there is no such payment. */
export async function getPaidItem(companyId: string, place: PaymentPlace): Promise<PaidItem | undefined> {
  const { runId, segment, employeeId, split } = place;
  const { Item } = await documentClient.send(
    new GetCommand({
      TableName: tableName(),
      Key: runItemKey(companyId, runId, segment, employeeId),
      ConsistentRead: true,
    }),
  );
  const item = Item as RunItemRecord | undefined;
  if (item?.status !== 'CALCULATED') return undefined;
  const payment = decodePayments(item.payments).find((planned) => planned.split === split);
  return payment && { item, payment, state: item.paymentStates?.[split] };
}

/** Whether a payment was returned and not paid again. */
export const isUnpaid = (state: PaymentState | undefined): boolean =>
  state?.status === 'RETURNED' || state?.status === 'PENDING';

/** The write that changes how a payment stands, unless any payment of the payslip changed since it was read. */
export function putPaymentState(
  companyId: string,
  { runId, segment, employeeId, split }: PaymentPlace,
  { item: { paymentStates: seen } }: PaidItem,
  next: PaymentState,
): TransactItem {
  const states: Record<string, PaymentState> = { ...seen, [split]: next };
  const isListed = Object.values(states).some(isUnpaid);
  return {
    Update: {
      TableName: tableName(),
      Key: runItemKey(companyId, runId, segment, employeeId),
      UpdateExpression: isListed
        ? 'SET paymentStates = :states, returnedInRun = :run'
        : 'SET paymentStates = :states REMOVE returnedInRun',
      ConditionExpression: seen
        ? 'paymentStates = :seen'
        : 'attribute_exists(pk) AND attribute_not_exists(paymentStates)',
      ExpressionAttributeValues: {
        ':states': states,
        ...(isListed ? { ':run': runPartition(companyId, runId) } : {}),
        ...(seen ? { ':seen': seen } : {}),
      },
    },
  };
}
