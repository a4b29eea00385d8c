import { useCallback, useEffect, useState } from 'react';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { peopleInWords } from '../format/peopleInWords.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { type Money, minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { hoursQueryOf } from '../hours/HoursChoice.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import type { StartableType } from './StartChoice.ts';
import type { Scope } from './StartRunForm.tsx';
import type { PayPeriod } from './usePayPeriods.ts';
import { failedOf, leaversOf, MOST_NAMED, type PaidPerson, peopleOfSequence, summarizeRegular } from './whoIsPaid.ts';
import { WhoPanel } from './WhoPanel.tsx';

export interface StartScopeProps {
  payGroupId: string;
  period: PayPeriod;
  type: StartableType;
  sequence: number;
  /** Those of the period so far. */
  runs: readonly Run[];
  employeeCount: number;
  /** The run whose unpaid employees are named. */
  failedOfRunId: string | undefined;
  onScope: (scope: Scope) => void;
}

/** Who would be paid by the run and what for, and what is chosen about it. */
export function StartScope(props: StartScopeProps) {
  switch (props.type) {
    case 'REGULAR':
      return <RegularScope {...props} />;
    case 'CORRECTION':
      return <CorrectionScope {...props} />;
    case 'TERMINATION':
      return (
        <NamedScope {...props} title="Who leaves in the period" empty="Nobody of this group leaves in this period." />
      );
    case 'OFF_CYCLE':
    case 'BONUS':
      return props.failedOfRunId === undefined ? (
        <EnteredScope {...props} />
      ) : (
        <NamedScope {...props} title="Who was not paid" empty="Everybody in that run was paid." />
      );
  }
}

function RegularScope({ payGroupId, period, runs, employeeCount, sequence }: StartScopeProps) {
  const read = useCallback(
    () => summarizeRegular(payGroupId, period, employeeCount),
    [payGroupId, period, employeeCount],
  );
  const { value, fault, retry } = useAnswer(read);
  const before = runs.find((run) => run.type === 'REGULAR' && run.sequence === sequence);
  return (
    <>
      {before && <RunOfPeriod run={before} />}
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="who would be paid" />}
      {value && value.withoutHours > 0 && (
        <Notice tone="attention">
          <p>
            {peopleInWords(value.headcount)} would be paid; {formatCount(value.withoutHours)} of them have no hours yet
            and would fail.{' '}
            <a
              href={hrefOf({ screen: 'hours', query: hoursQueryOf({ payGroupId, periodStartDate: period.startDate }) })}
            >
              Enter hours
            </a>
          </p>
        </Notice>
      )}
      {value && value.withoutHours === 0 && (
        <p>{peopleInWords(value.headcount)} would be paid; everybody who needs hours has some.</p>
      )}
    </>
  );
}

/** The run that is there already: to start it again changes nothing. */
function RunOfPeriod({ run }: { run: Run }) {
  return (
    <Notice tone="neutral">
      <p>
        <a href={hrefOf({ screen: 'run', runId: run.runId })}>This run</a> is there already:{' '}
        {statusInWords(run.status).toLowerCase()}.
      </p>
    </Notice>
  );
}

function EnteredScope({ payGroupId, period, type, sequence, onScope }: StartScopeProps) {
  const read = useCallback(() => peopleOfSequence(payGroupId, period, sequence), [payGroupId, period, sequence]);
  const { value, fault, retry } = useAnswer(read);
  const isEmpty = value?.length === 0;
  useEffect(() => {
    onScope(isEmpty ? { missing: 'Nothing is entered for this run yet.' } : {});
  }, [isEmpty, onScope]);
  const query = hoursQueryOf({ payGroupId, periodStartDate: period.startDate, offCycleSequence: sequence });
  return (
    <>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="what is entered for it" />}
      <p>
        {runTypeInWords(type)} run {sequence} of the period
        {value && value.length > 0 && ` pays ${peopleInWords(value.length)} ${formatMoney(totalOf(value))} gross`}.{' '}
        <a href={hrefOf({ screen: 'hours', query })}>Enter what it pays</a>
      </p>
      {value && value.length > 0 && (
        <WhoPanel
          title="Who is paid"
          people={value}
          periodStartDate={period.startDate}
          type={type}
          sequence={sequence}
        />
      )}
    </>
  );
}

interface NamedScopeProps extends StartScopeProps {
  title: string;
  empty: string;
}

function NamedScope({ payGroupId, period, type, sequence, failedOfRunId, onScope, title, empty }: NamedScopeProps) {
  const read = useCallback(
    () => (failedOfRunId === undefined ? leaversOf(payGroupId, period) : failedOf(failedOfRunId)),
    [payGroupId, period, failedOfRunId],
  );
  const { value, fault, retry } = useAnswer(read);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const people = value ?? [];
  const chosen = new Set(
    people.slice(0, MOST_NAMED).flatMap(({ employeeId }) => (left.has(employeeId) ? [] : [employeeId])),
  );
  const ids = [...chosen].join(' ');
  useEffect(() => {
    onScope(ids === '' ? { missing: 'Choose who is to be paid.' } : { employeeIds: ids.split(' ') });
  }, [ids, onScope]);
  return (
    <>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="who would be paid" />}
      {value?.length === 0 && <p className="muted">{empty}</p>}
      {people.length > 0 && (
        <WhoPanel
          title={title}
          people={people.slice(0, MOST_NAMED)}
          chosen={chosen}
          onChoose={(employeeId, isChosen) => {
            const next = new Set(left);
            if (isChosen) next.delete(employeeId);
            else next.add(employeeId);
            setLeft(next);
          }}
          periodStartDate={period.startDate}
          type={type}
          sequence={sequence}
        />
      )}
    </>
  );
}

function CorrectionScope({ runs, onScope }: StartScopeProps) {
  const corrected = runs.filter(({ reversedByRunIds }) => (reversedByRunIds ?? []).length > 0);
  const [chosen, setChosen] = useState(corrected[0]?.runId ?? '');
  useEffect(() => {
    onScope(chosen === '' ? { missing: 'Nothing of this period was voided.' } : { correctsRunId: chosen });
  }, [chosen, onScope]);
  if (corrected.length === 0) return null;
  return (
    <div className="form form-page">
      <SelectEntry
        label="Pays again after the void of"
        value={chosen}
        options={corrected.map(({ runId, type, sequence, status }) => ({
          value: runId,
          text: `${runTypeInWords(type)} run ${sequence}, ${statusInWords(status).toLowerCase()}`,
        }))}
        onChange={setChosen}
      />
    </div>
  );
}

const totalOf = (people: readonly PaidPerson[]): Money =>
  moneyOf(
    people.reduce((sum, { amount }) => sum + (amount ? minorUnitsOf(amount) : 0n), 0n),
    'USD',
  );
