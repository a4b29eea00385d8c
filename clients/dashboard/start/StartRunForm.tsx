import { useCallback, useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { StartPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { useCommand } from '../api/useCommand.ts';
import type { PayGroup } from '../company/CompanyContext.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { UserErrorList } from '../components/UserErrorList.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { ExistingRunNotice } from './ExistingRunNotice.tsx';
import { STARTABLE, type StartableType, type StartChoice } from './StartChoice.ts';
import { StartScope } from './StartScope.tsx';
import { TYPE_IN_WORDS } from './startTypes.ts';
import { offeredPeriod } from './offeredPeriod.ts';
import { usePayPeriods } from './usePayPeriods.ts';
import { nextSequence, runsOfGroup } from './whoIsPaid.ts';

export interface StartRunFormProps {
  payGroups: readonly PayGroup[];
  employeeCount: number;
  asked: StartChoice;
}

/** Runs that share their numbers within a period. */
const SIBLINGS: Readonly<Record<StartableType, readonly string[]>> = {
  REGULAR: ['REGULAR'],
  OFF_CYCLE: ['OFF_CYCLE', 'BONUS'],
  BONUS: ['OFF_CYCLE', 'BONUS'],
  CORRECTION: ['CORRECTION'],
  TERMINATION: ['TERMINATION'],
};

/** Whom a run is for and what it corrects, as it is chosen below the period. */
export interface Scope {
  employeeIds?: string[];
  correctsRunId?: string;
  /** Why it cannot be started yet. */
  missing?: string;
}

/** Chooses a pay group, a pay period and a kind of run, shows who would be paid, and starts it. */
export function StartRunForm({ payGroups, employeeCount, asked }: StartRunFormProps) {
  const [payGroupId, setPayGroupId] = useState(asked.payGroupId ?? payGroups[0]?.payGroupId ?? '');
  const [type, setType] = useState(asked.type);
  const [chosenStartDate, setChosenStartDate] = useState(asked.periodStartDate);
  const [chosenSequence, setChosenSequence] = useState(asked.sequence);
  const [payDate, setPayDate] = useState('');
  const [scope, setScope] = useState<Scope>({});
  const [existing, setExisting] = useState<Run>();
  const approvalPolicy = payGroups.find((group) => group.payGroupId === payGroupId)?.approvalPolicy;
  const periods = usePayPeriods(payGroupId);
  const options = periods.value?.periods ?? [];
  const runs = useAnswer(useCallback(() => runsOfGroup(payGroupId), [payGroupId]));
  const period =
    options.find(({ startDate }) => startDate === chosenStartDate) ??
    (runs.value && offeredPeriod(options, runs.value));
  const periodStartDate = period?.startDate ?? '';
  const ofPeriod = (runs.value ?? []).filter((run) => run.period.startDate === periodStartDate);
  const sequence = chosenSequence ?? (type === 'REGULAR' ? 1 : nextSequence(ofPeriod, SIBLINGS[type]));

  const command = useCommand<{ run: Run; replayed: boolean }>(
    JSON.stringify([payGroupId, periodStartDate, type, sequence, payDate, scope]),
    async (idempotencyKey) => {
      const { missing: _missing, ...who } = type === 'REGULAR' ? {} : scope;
      const input = {
        ...{ idempotencyKey, payGroupId, periodStartDate, type, sequence },
        ...who,
        ...(type === 'REGULAR' || payDate === '' ? {} : { payDate }),
      };
      const { startPayrollRun } = await execute(StartPayrollRunDocument, { input });
      const { run, replayed = false, userErrors = [] } = startPayrollRun ?? {};
      return { value: run && { run, replayed }, userErrors };
    },
    ({ run, replayed }) => {
      const isOver = ['CANCELLED', 'REJECTED', 'FAILED', 'VOIDED'].includes(run.status);
      if (replayed && isOver) setExisting(run);
      else window.location.hash = hrefOf({ screen: 'run', runId: run.runId });
    },
  );
  const choose = (change: () => void) => {
    change();
    setChosenSequence(undefined);
    setExisting(undefined);
    setScope({});
  };
  const isReady = periodStartDate !== '' && runs.value !== undefined && scope.missing === undefined;
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) command.send();
      }}
    >
      <div className="form form-page start-choices">
        <SelectEntry
          label="Kind of run"
          description={TYPE_IN_WORDS[type].use}
          value={type}
          options={STARTABLE.map((value) => ({ value, text: TYPE_IN_WORDS[value].text }))}
          onChange={(value) => choose(() => setType(STARTABLE.find((known) => known === value) ?? 'REGULAR'))}
        />
        <SelectEntry
          label="Pay group"
          description={
            approvalPolicy === 'AUTOMATIC'
              ? 'Its runs are approved at once when the control totals match.'
              : 'An approver decides about its runs once everybody is calculated.'
          }
          value={payGroupId}
          options={payGroups.map((group) => ({ value: group.payGroupId, text: group.name }))}
          onChange={(id) =>
            choose(() => {
              setPayGroupId(id);
              setChosenStartDate(undefined);
            })
          }
        />
        {periods.fault && <FaultNotice fault={periods.fault} onRetry={periods.retry} />}
        <UserErrorList userErrors={periods.value?.userErrors ?? []} />
        <SelectEntry
          label="Pay period"
          value={periodStartDate}
          options={options.map((each) => ({
            value: each.startDate,
            text: `${formatPeriod(each)}, paid ${formatDate(each.payDate)}`,
          }))}
          onChange={(startDate) => choose(() => setChosenStartDate(startDate))}
        />
        {periods.value && options.length === 0 && <p className="muted">No pay period of this group has begun yet.</p>}
        {type !== 'REGULAR' && period && (
          <TextEntry
            label="Pay date"
            type="date"
            description={`A banking day. Empty: ${formatDate(period.payDate)}, as the period.`}
            value={payDate}
            onChange={setPayDate}
          />
        )}
      </div>
      {runs.fault && <FaultNotice fault={runs.fault} onRetry={runs.retry} />}
      {runs.value === undefined && !runs.fault && <Waiting what="the runs of the period" />}
      {period && runs.value && (
        <StartScope
          key={`${payGroupId} ${periodStartDate} ${type} ${sequence}`}
          payGroupId={payGroupId}
          period={period}
          type={type}
          sequence={sequence}
          runs={ofPeriod}
          employeeCount={employeeCount}
          failedOfRunId={periodStartDate === asked.periodStartDate ? asked.failedOf : undefined}
          onScope={setScope}
        />
      )}
      <CommandOutcome command={command} />
      {existing && <ExistingRunNotice run={existing} onStartAnother={setChosenSequence} />}
      {scope.missing !== undefined && <p role="status">{scope.missing}</p>}
      <div className="button-row">
        <BusyButton type="submit" className="button button-primary" isDisabled={!isReady} isBusy={command.isBusy}>
          {sequence > 1 ? `Start run ${sequence} of this period` : 'Start the run'}
        </BusyButton>
        <a className="button" href={hrefOf({ screen: 'runs' })}>
          Back
        </a>
      </div>
    </Form>
  );
}
