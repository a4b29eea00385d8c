import { useCallback, useContext } from 'react';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext, type PayGroup } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { offeredPeriod } from '../start/offeredPeriod.ts';
import { usePayPeriods } from '../start/usePayPeriods.ts';
import { runsOfGroup } from '../start/whoIsPaid.ts';
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
  const mayEdit = mayStartAndCancel(useSession());
  const periods = value?.periods ?? [];
  const runs = useAnswer(useCallback(() => runsOfGroup(payGroupId), [payGroupId]));
  const period =
    periods.find(({ startDate }) => startDate === choice.periodStartDate) ??
    (runs.value && offeredPeriod(periods, runs.value));
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
      {runs.fault && <FaultNotice fault={runs.fault} onRetry={runs.retry} />}
      {value && runs.value && !period && <p className="empty">No pay period of this group has begun yet.</p>}
      {period && (
        <HoursPanel
          key={`${payGroupId} ${period.startDate} ${choice.offCycleSequence}`}
          payGroupId={payGroupId}
          period={period}
          offCycleSequence={choice.offCycleSequence}
          mayEdit={mayEdit}
          regularRun={regularRunOf(runs.value ?? [], period.startDate)}
        />
      )}
    </>
  );
}

/** The one that counts: the last of the period. */
const regularRunOf = (runs: readonly Run[], startDate: string): Run | undefined =>
  runs
    .filter(({ type, period }) => type === 'REGULAR' && period.startDate === startDate)
    .sort((one, other) => other.sequence - one.sequence)[0];
