import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { TaxYearDocument, type TaxYearQuery } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import '../payments/payments.css';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { DepositDialog } from './DepositDialog.tsx';
import { FilingProfileDialog } from './FilingProfileDialog.tsx';

export type TaxYear = NonNullable<TaxYearQuery['taxYear']>;
export type TaxLiability = TaxYear['liabilities'][number];

/** What is owed to tax authorities until when, what was deposited, and what is missing for it. */
export function TaxesScreen() {
  const mayEdit = mayStartAndCancel(useSession());
  const [year, setYear] = useState(() => new Date().getFullYear());
  const [saved, setSaved] = useState(0);
  const [deposited, setDeposited] = useState<TaxLiability>();
  const [isEditing, setEditing] = useState(false);
  const read = useCallback(async () => (await execute(TaxYearDocument, { year })).taxYear, [year]);
  const { value, fault, retry } = useAnswer(read, String(saved));
  const done = () => {
    setDeposited(undefined);
    setEditing(false);
    setSaved((number) => number + 1);
  };
  return (
    <>
      <div className="screen-head">
        <ScreenTitle title={`Taxes of ${year}`} />
        <div className="button-row">
          <Button className="button" onPress={() => setYear(year - 1)}>
            {year - 1}
          </Button>
          <Button className="button" onPress={() => setYear(year + 1)}>
            {year + 1}
          </Button>
        </div>
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the taxes" />}
      {value && (
        <>
          {value.missing.length > 0 && (
            <Panel title="Missing before deposits and returns">
              <ul>
                {value.missing.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Panel>
          )}
          <Panel
            title="Company as tax offices know it"
            aside={
              mayEdit && (
                <Button className="button button-small" onPress={() => setEditing(true)}>
                  Change…
                </Button>
              )
            }
          >
            <p>
              {value.profile?.legalName ?? 'No legal name'}, EIN {value.profile?.ein ?? 'not recorded'}, federal
              deposits {value.profile?.depositSchedule?.toLowerCase() ?? 'on no recorded schedule'}
            </p>
          </Panel>
          <Panel title="Owed">
            {value.liabilities.length === 0 && <p className="muted">Nothing is owed for this year.</p>}
            <ul className="returned">
              {value.liabilities.map((each) => (
                <LiabilityItem
                  key={each.liabilityId}
                  liability={each}
                  {...(mayEdit ? { onDeposit: setDeposited } : {})}
                />
              ))}
            </ul>
          </Panel>
          {value.corrections.length > 0 && (
            <Panel title="To correct on returns of earlier quarters">
              <ul>
                {value.corrections.map(({ authority, name, payDate, amount, runId }) => (
                  <li key={`${runId} ${authority}`}>
                    {name}: {formatMoney(amount)}, pay of {formatDate(payDate)}
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </>
      )}
      {deposited && <DepositDialog liability={deposited} onClose={() => setDeposited(undefined)} onDone={done} />}
      {isEditing && (
        <FilingProfileDialog profile={value?.profile ?? null} onClose={() => setEditing(false)} onDone={done} />
      )}
    </>
  );
}

interface LiabilityItemProps {
  liability: TaxLiability;
  onDeposit?: (liability: TaxLiability) => void;
}

function LiabilityItem({ liability, onDeposit }: LiabilityItemProps) {
  const { name, amount, balance, dueDate, isOverdue, periodStartDate, periodEndDate, deposits, rule } = liability;
  const isOpen = Number(balance.amount) > 0;
  return (
    <li>
      <div>
        <p>
          <strong>{dueDate ? formatDate(dueDate) : 'No due date known'}</strong>{' '}
          <span className={`badge ${isOverdue ? 'badge-bad' : isOpen ? 'badge-attention' : 'badge-good'}`}>
            {isOverdue ? 'Overdue' : isOpen ? 'Open' : 'Deposited'}
          </span>
        </p>
        <p>
          {name}: {formatMoney(amount)}
          {isOpen && balance.amount !== amount.amount && `, ${formatMoney(balance)} not deposited yet`}
        </p>
        <p className="muted">
          Pays of {formatDate(periodStartDate)} to {formatDate(periodEndDate)}
          {rule === 'NEXT_DAY' && ', 100,000 or more: next business day'}
          {rule === 'OTHER' && ': the notice of the tax office tells when it is due'}
        </p>
        {deposits.map((deposit) => (
          <p key={deposit.depositId} className="muted">
            {formatMoney(deposit.amount)} deposited on {formatDate(deposit.depositedOn)},{' '}
            <bdi>{deposit.confirmation}</bdi>
          </p>
        ))}
      </div>
      {onDeposit && isOpen && (
        <div className="button-row">
          <Button
            className="button"
            aria-label={`${name}, ${formatDate(periodEndDate)}: record a deposit`}
            onPress={() => onDeposit(liability)}
          >
            Record a deposit…
          </Button>
        </div>
      )}
    </li>
  );
}
