import { useCallback } from 'react';
import { CashRequirementDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { type Money, minorUnitsOf, moneyOf } from '../format/minorUnits.ts';

/** How much money must be where by when. */
export function CashPanel({ runId, revision }: { runId: string; revision: string }) {
  const read = useCallback(async () => (await execute(CashRequirementDocument, { runId })).cashRequirement, [runId]);
  const { value, fault, retry } = useAnswer(read, revision);
  return (
    <Panel title="Money needed">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the money needed" />}
      {value === null && <p className="muted">It is known once the run is calculated.</p>}
      {value && (
        <>
          <p>
            On <strong>{formatDate(value.fundingDate)}</strong>
            {value.fundingAccountId && (
              <>
                {' '}
                in the account <bdi>{value.fundingAccountId}</bdi>
              </>
            )}
          </p>
          <dl className="totals">
            <CashLine name="Direct deposits" amount={value.directDeposits} />
            <CashLine name="Checks" amount={value.checks} />
            <CashLine name="Taxes" amount={sumOf(value.taxes, value.total)} />
            <CashLine name="Garnishments" amount={sumOf(value.garnishments, value.total)} />
            <CashLine name="Deductions" amount={sumOf(value.deductions, value.total)} />
            <CashLine name="Total" amount={value.total} isTotal />
          </dl>
          <details>
            <summary>Who gets the taxes, garnishments and deductions</summary>
            <dl className="totals cash-lines">
              {[...value.taxes, ...value.garnishments, ...value.deductions].map(({ account, name, amount }) => (
                <CashLine key={account} name={name} amount={amount} />
              ))}
            </dl>
          </details>
        </>
      )}
    </Panel>
  );
}

const sumOf = (lines: readonly { amount: Money }[], { currency }: Money): Money =>
  moneyOf(
    lines.reduce((sum, { amount }) => sum + minorUnitsOf(amount), 0n),
    currency,
  );

function CashLine({ name, amount, isTotal = false }: { name: string; amount: Money; isTotal?: boolean }) {
  return (
    <div className={isTotal ? 'total total-net' : 'total'}>
      <dt>{name}</dt>
      <dd>{formatMoney(amount)}</dd>
    </div>
  );
}
