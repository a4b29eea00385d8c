import { useContext, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { UpsertHookDocument } from '../../generated/operations/graphql.ts';
import type { HookOutcome, HookPoint } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import type { Hook } from './Hook.ts';
import { HOOK_POINTS, hookPointInWords } from './hookInWords.ts';

const SECONDS_PER_MINUTE = 60;

export interface HookDialogProps {
  /** Undefined for one that is not there yet. */
  hook: Hook | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** Makes or changes a hook; runs that began keep the hooks that they began with. */
export function HookDialog({ hook, onClose, onDone }: HookDialogProps) {
  const payGroups = useContext(CompanyContext).value?.payGroups ?? [];
  const [hookId, setHookId] = useState(hook?.hookId ?? '');
  const [point, setPoint] = useState<HookPoint>(hook?.point ?? 'BEFORE_PAY');
  const [payGroupId, setPayGroupId] = useState(hook?.payGroupId ?? '');
  const [asks, setAsks] = useState(hook?.isBlocking ?? false);
  const [minutes, setMinutes] = useState(String((hook?.timeoutSeconds ?? 86_400) / SECONDS_PER_MINUTE));
  const [onTimeout, setOnTimeout] = useState<HookOutcome>(hook?.onTimeout ?? 'STOP');
  const mayAsk = point !== 'ON_FAILURE';
  const isBlocking = mayAsk && asks;
  const asked = {
    hookId: hookId.trim(),
    point,
    isBlocking,
    ...(payGroupId === '' ? {} : { payGroupId }),
    ...(isBlocking ? { timeoutSeconds: Math.round(Number(minutes) * SECONDS_PER_MINUTE), onTimeout } : {}),
  };
  const command = useCommand<Hook>(
    JSON.stringify(asked),
    async (idempotencyKey) => {
      const { upsertHook } = await execute(UpsertHookDocument, { input: { idempotencyKey, ...asked } });
      return { value: upsertHook?.hook, userErrors: upsertHook?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title={hook ? `Change ${hook.hookId}` : 'Add a hook'} isOpen onClose={onClose}>
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          command.send();
        }}
      >
        {!hook && (
          <TextEntry
            label="Id"
            description="Up to 40 letters, digits, - or _: the events of the bus name it."
            autoComplete="off"
            isRequired
            autoFocus
            maxLength={40}
            value={hookId}
            onChange={setHookId}
          />
        )}
        <SelectEntry
          label="When"
          value={point}
          options={HOOK_POINTS.map((value) => ({ value, text: hookPointInWords(value) }))}
          onChange={(value) => setPoint(HOOK_POINTS.find((known) => known === value) ?? point)}
        />
        <SelectEntry
          label="Runs of"
          value={payGroupId}
          options={[
            { value: '', text: 'Every group' },
            ...payGroups.map((group) => ({ value: group.payGroupId, text: group.name })),
          ]}
          onChange={setPayGroupId}
        />
        {mayAsk && (
          <SelectEntry
            label="What the run does"
            value={asks ? 'asks' : 'tells'}
            options={[
              { value: 'tells', text: 'Notify and continue' },
              { value: 'asks', text: 'Waits for an answer' },
            ]}
            onChange={(value) => setAsks(value === 'asks')}
          />
        )}
        {isBlocking && (
          <>
            <TextEntry
              label="Minutes that it waits"
              description="1 to 10,080, which is a week."
              isRequired
              value={minutes}
              onChange={setMinutes}
            />
            <SelectEntry
              label="When nobody answers in time"
              value={onTimeout}
              options={[
                { value: 'STOP', text: 'The run stops' },
                { value: 'CONTINUE', text: 'The run continues' },
              ]}
              onChange={(value) => setOnTimeout(value === 'CONTINUE' ? 'CONTINUE' : 'STOP')}
            />
          </>
        )}
        <CommandOutcome command={command} />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton type="submit" className="button button-primary" isBusy={command.isBusy}>
            {hook ? 'Save' : 'Add the hook'}
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
