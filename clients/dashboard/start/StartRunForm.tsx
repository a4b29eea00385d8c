import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { StartPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import type { PayGroup } from '../company/CompanyContext.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { UserErrorList } from '../components/UserErrorList.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { ExistingRunNotice } from './ExistingRunNotice.tsx';
import { type PayPeriod, usePayPeriods } from './usePayPeriods.ts';

/** Chooses a pay group and a pay period, and starts their run. */
export function StartRunForm({ payGroups }: { payGroups: readonly PayGroup[] }) {
  const [payGroupId, setPayGroupId] = useState(payGroups[0]?.payGroupId ?? '');
  const [chosenStartDate, setChosenStartDate] = useState<string>();
  const [sequence, setSequence] = useState(1);
  const [existing, setExisting] = useState<Run>();
  const approvalPolicy = payGroups.find((group) => group.payGroupId === payGroupId)?.approvalPolicy;
  const periods = usePayPeriods(payGroupId);
  const options = periods.value?.periods ?? [];
  const periodStartDate = chosenStartDate ?? latestEnded(options)?.startDate ?? '';

  const command = useCommand<{ run: Run; replayed: boolean }>(
    `${payGroupId} ${periodStartDate} ${sequence}`,
    async (idempotencyKey) => {
      const input = { idempotencyKey, payGroupId, periodStartDate, sequence };
      const { startPayrollRun } = await execute(StartPayrollRunDocument, { input });
      const { run, replayed = false, userErrors = [] } = startPayrollRun ?? {};
      return { value: run && { run, replayed }, userErrors };
    },
    ({ run, replayed }) => {
      const isOver = run.status === 'CANCELLED' || run.status === 'REJECTED' || run.status === 'FAILED';
      if (replayed && isOver) setExisting(run);
      else window.location.hash = hrefOf({ screen: 'run', runId: run.runId });
    },
  );
  const choose = (change: () => void) => {
    change();
    setSequence(1);
    setExisting(undefined);
  };
  return (
    <Form
      className="form form-page"
      onSubmit={(event) => {
        event.preventDefault();
        if (periodStartDate !== '') command.send();
      }}
    >
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
        options={options.map((period) => ({
          value: period.startDate,
          text: `${formatPeriod(period)}, paid ${formatDate(period.payDate)}`,
        }))}
        onChange={(startDate) => choose(() => setChosenStartDate(startDate))}
      />
      {periods.value && options.length === 0 && <p className="muted">No pay period of this group has begun yet.</p>}
      <CommandOutcome command={command} />
      {existing && <ExistingRunNotice run={existing} onStartAnother={setSequence} />}
      <div className="button-row">
        <BusyButton
          type="submit"
          className="button button-primary"
          isDisabled={periodStartDate === ''}
          isBusy={command.isBusy}
        >
          {sequence > 1 ? `Start run ${sequence} of this period` : 'Start the run'}
        </BusyButton>
        <a className="button" href={hrefOf({ screen: 'runs' })}>
          Back
        </a>
      </div>
    </Form>
  );
}

/** The period that is most likely to be run now. */
function latestEnded(periods: readonly PayPeriod[]): PayPeriod | undefined {
  const today = new Date().toISOString().slice(0, 10);
  return periods.find(({ endDate }) => endDate < today) ?? periods.at(-1);
}
