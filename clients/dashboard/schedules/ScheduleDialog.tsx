import { useCallback, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { FundingAccountsDocument, UpsertPayGroupDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { draftOf, inputOf, type ScheduleDraft, TIME_ZONES } from './ScheduleDraft.ts';
import type { PaySchedule } from './PaySchedule.ts';
import { frequencyInWords, PAY_FREQUENCIES } from './scheduleInWords.ts';

export interface ScheduleDialogProps {
  /** Undefined for a group that is not there yet. */
  schedule: PaySchedule | undefined;
  onClose: () => void;
  onDone: () => void;
}

const readAccounts = async () => (await execute(FundingAccountsDocument, {})).fundingAccounts ?? [];

/** Makes or changes a pay group. Runs that began keep the rules that they began with. */
export function ScheduleDialog({ schedule, onClose, onDone }: ScheduleDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(schedule));
  const accounts = useAnswer(useCallback(readAccounts, []));
  const change = (part: Partial<ScheduleDraft>) => setDraft((known) => ({ ...known, ...part }));
  const command = useCommand(
    JSON.stringify(draft),
    async (idempotencyKey) => {
      const { upsertPayGroup } = await execute(UpsertPayGroupDocument, { input: inputOf(draft, idempotencyKey) });
      return { value: upsertPayGroup?.payGroup, userErrors: upsertPayGroup?.userErrors ?? [] };
    },
    onDone,
  );
  const zones = [...new Set([draft.timeZone, ...TIME_ZONES])];
  return (
    <ModalDialog title={schedule ? `Change ${schedule.name}` : 'New pay group'} isOpen isWide onClose={onClose}>
      {accounts.fault && <FaultNotice fault={accounts.fault} onRetry={accounts.retry} />}
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          command.send();
        }}
      >
        <div className="schedule-fields">
          {!schedule && (
            <TextEntry
              label="Id"
              description="Up to 40 letters, digits, - or _; it stays."
              autoComplete="off"
              isRequired
              autoFocus
              maxLength={40}
              value={draft.payGroupId}
              onChange={(payGroupId) => change({ payGroupId })}
            />
          )}
          <TextEntry
            label="Name"
            autoComplete="off"
            isRequired
            value={draft.name}
            onChange={(name) => change({ name })}
          />
          <SelectEntry
            label="Paid"
            value={draft.frequency}
            options={PAY_FREQUENCIES.map((value) => ({ value, text: frequencyInWords(value) }))}
            onChange={(value) => {
              const frequency = PAY_FREQUENCIES.find((known) => known === value);
              if (frequency) change({ frequency });
            }}
          />
          <TextEntry
            label="First day of some period"
            description="The others are counted from it."
            type="date"
            isRequired
            value={draft.anchorDate}
            onChange={(anchorDate) => change({ anchorDate })}
          />
          <TextEntry
            label="Days from period end to pay date"
            description="A weekend or a holiday moves it earlier."
            type="number"
            isRequired
            value={draft.payDateOffsetDays}
            onChange={(payDateOffsetDays) => change({ payDateOffsetDays })}
          />
          <TextEntry
            label="Days from period end to cut-off"
            description="Negative for pay in advance."
            type="number"
            isRequired
            value={draft.cutOffDays}
            onChange={(cutOffDays) => change({ cutOffDays })}
          />
          <TextEntry
            label="Time of the cut-off"
            type="time"
            isRequired
            value={draft.cutOffTime}
            onChange={(cutOffTime) => change({ cutOffTime })}
          />
          <SelectEntry
            label="Time zone of the cut-off"
            value={draft.timeZone}
            options={zones.map((value) => ({ value, text: value.replaceAll('_', ' ') }))}
            onChange={(timeZone) => change({ timeZone })}
          />
          <SelectEntry
            label="At the cut-off"
            value={draft.startsAutomatically ? 'yes' : 'no'}
            options={[
              { value: 'no', text: 'A draft waits to be started' },
              { value: 'yes', text: 'The run starts by itself' },
            ]}
            onChange={(value) => change({ startsAutomatically: value === 'yes' })}
          />
          <SelectEntry
            label="Approval"
            value={draft.approvalPolicy}
            options={[
              { value: 'REQUIRED', text: 'By a person' },
              { value: 'AUTOMATIC', text: 'By itself, when the totals match' },
            ]}
            onChange={(value) => change({ approvalPolicy: value === 'AUTOMATIC' ? 'AUTOMATIC' : 'REQUIRED' })}
          />
          <SelectEntry
            label="Paid from"
            value={draft.fundingAccountId}
            options={[
              { value: '', text: 'No account: everybody by check' },
              ...(accounts.value ?? []).map(({ fundingAccountId, name, maskedAccountNumber }) => ({
                value: fundingAccountId,
                text: `${name} ${maskedAccountNumber}`,
              })),
            ]}
            onChange={(fundingAccountId) => change({ fundingAccountId })}
          />
        </div>
        <div className="dialog-end form">
          <CommandOutcome command={command} />
          <p className="muted">Runs that began keep the rules that they began with.</p>
          <div className="button-row button-row-end">
            <Button className="button" onPress={onClose}>
              Back
            </Button>
            <BusyButton
              type="submit"
              className="button button-primary"
              isDisabled={accounts.value === undefined}
              isBusy={command.isBusy}
            >
              {schedule ? 'Save' : 'Create pay group'}
            </BusyButton>
          </div>
        </div>
      </Form>
    </ModalDialog>
  );
}
