import { useContext, useMemo } from 'react';
import { PayrollRunByKeyDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext, type PayGroup } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { type PayPeriod, usePayPeriods } from '../start/usePayPeriods.ts';
import './hours.css';
import { HoursPanel } from './HoursPanel.tsx';
import { type HoursChoice, hoursChoiceOf, hoursQueryOf } from './HoursChoice.ts';

/** Hours and earnings of one pay group and one pay period, for the regular run or an off-cycle one. */
export function HoursScreen({ query }: { query: string }) {
  const { value, fault, retry } = useContext(CompanyContext);
  return (
    <>
      <ScreenTitle title="Hours and earnings" />
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the pay groups" />}
      {value?.payGroups.length === 0 && (
        <p className="empty">
          There are no pay groups yet. <a href={hrefOf({ screen: 'schedules' })}>Create one first</a>
        </p>
      )}
      {value && value.payGroups.length > 0 && <Sheet payGroups={value.payGroups} choice={hoursChoiceOf(query)} />}
    </>
  );
}

function Sheet({ payGroups, choice }: { payGroups: readonly PayGroup[]; choice: HoursChoice }) {
  const payGroupId = choice.payGroupId ?? payGroups[0]?.payGroupId ?? '';
  const { value, fault, retry } = usePayPeriods(payGroupId);
  const periods = value?.periods ?? [];
  const period = periods.find(({ startDate }) => startDate === choice.periodStartDate) ?? latestEnded(periods);
  const choose = (change: Partial<HoursChoice>) => {
    const { payGroupId: _group, ...kept } = choice;
    const next = change.payGroupId ? change : { payGroupId, ...kept, ...change };
    window.location.replace(hrefOf({ screen: 'hours', query: hoursQueryOf(next) }));
  };
  return (
    <>
      <div className="hours-choices">
        <SelectEntry
          label="Pay group"
          value={payGroupId}
          options={payGroups.map((group) => ({ value: group.payGroupId, text: group.name }))}
          onChange={(id) => choose({ payGroupId: id })}
        />
        <SelectEntry
          label="Pay period"
          value={period?.startDate ?? ''}
          options={periods.map((each) => ({
            value: each.startDate,
            text: `${formatPeriod(each)}, paid ${formatDate(each.payDate)}`,
          }))}
          onChange={(periodStartDate) => choose({ periodStartDate })}
        />
        <SelectEntry
          label="Paid by"
          value={String(choice.offCycleSequence ?? 0)}
          options={[
            { value: '0', text: 'The regular run' },
            ...[1, 2, 3, 4].map((sequence) => ({ value: String(sequence), text: `Off-cycle run ${sequence}` })),
          ]}
          onChange={(sequence) => choose({ offCycleSequence: sequence === '0' ? undefined : Number(sequence) })}
        />
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value && !period && <p className="empty">No pay period of this group has begun yet.</p>}
      {period && (
        <PeriodSheet
          key={`${payGroupId} ${period.startDate} ${choice.offCycleSequence}`}
          payGroupId={payGroupId}
          period={period}
          offCycleSequence={choice.offCycleSequence}
        />
      )}
    </>
  );
}

interface PeriodSheetProps {
  payGroupId: string;
  period: PayPeriod;
  offCycleSequence: number | undefined;
}

function PeriodSheet({ payGroupId, period, offCycleSequence }: PeriodSheetProps) {
  const mayEdit = mayStartAndCancel(useSession());
  const { startDate } = period;
  const readRun = useMemo(
    () => async () => {
      const key = { payGroupId, periodStartDate: startDate };
      return (await execute(PayrollRunByKeyDocument, { ...key, type: 'REGULAR', sequence: 1 })).payrollRunByKey ?? null;
    },
    [payGroupId, startDate],
  );
  const run = useAnswer(readRun).value;
  return (
    <HoursPanel
      payGroupId={payGroupId}
      period={period}
      offCycleSequence={offCycleSequence}
      mayEdit={mayEdit}
      regularRun={run ?? undefined}
    />
  );
}

function latestEnded(periods: readonly PayPeriod[]): PayPeriod | undefined {
  const today = new Date().toISOString().slice(0, 10);
  return periods.find(({ endDate }) => endDate < today) ?? periods.at(-1);
}
