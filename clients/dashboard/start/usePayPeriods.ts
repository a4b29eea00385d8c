import { useCallback } from 'react';
import { PayPeriodsDocument, type PayPeriodsQuery } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { type Answer, useAnswer } from '../api/useAnswer.ts';

export type PayPeriod = NonNullable<PayPeriodsQuery['payPeriods']>['periods'][number];
export type PayPeriods = NonNullable<PayPeriodsQuery['payPeriods']>;

const DAY_MS = 86_400_000;
const DAYS_BACK = 200;

/** The pay periods of a group that began in the last months, the latest first. */
export function usePayPeriods(payGroupId: string | undefined): Answer<PayPeriods> {
  const read = useCallback(async (): Promise<PayPeriods> => {
    if (payGroupId === undefined) return { periods: [], userErrors: [] };
    const nowMs = Date.now();
    const { payPeriods } = await execute(PayPeriodsDocument, {
      payGroupId,
      fromDate: dateOf(nowMs - DAYS_BACK * DAY_MS),
      toDate: dateOf(nowMs),
    });
    return { periods: payPeriods?.periods.toReversed() ?? [], userErrors: payPeriods?.userErrors ?? [] };
  }, [payGroupId]);
  return useAnswer(read);
}

const dateOf = (atMs: number): string => new Date(atMs).toISOString().slice(0, 10);
