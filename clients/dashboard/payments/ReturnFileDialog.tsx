import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { RecordBankReturnsDocument, type RecordBankReturnsMutation } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { formatMoney } from '../format/formatMoney.ts';

type Recorded = NonNullable<RecordBankReturnsMutation['recordBankReturns']>;

/** Hands in a file of the bank, and shows what became of each entry of it. */
export function ReturnFileDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const [file, setFile] = useState('');
  const [recorded, setRecorded] = useState<Recorded>();
  const command = useCommand<Recorded>(
    file,
    async (idempotencyKey) => {
      const { recordBankReturns } = await execute(RecordBankReturnsDocument, { input: { idempotencyKey, file } });
      const userErrors = recordBankReturns?.userErrors ?? [];
      return { value: userErrors.length === 0 ? recordBankReturns : undefined, userErrors };
    },
    (answer) => {
      setRecorded(answer);
      onDone();
    },
  );
  return (
    <ModalDialog title="Record a file of returns" isOpen onClose={onClose}>
      <CommandOutcome command={command} />
      {recorded ? (
        <ReturnsOfFile recorded={recorded} />
      ) : (
        <Form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            if (file !== '') command.send();
          }}
        >
          <label>
            The file as the bank sent it
            <input
              type="file"
              onChange={(event) => {
                const chosen = event.target.files?.[0];
                if (chosen) void chosen.text().then(setFile);
              }}
            />
          </label>
          <p className="muted">Each entry is recorded once, however often its file is handed in.</p>
          <div className="button-row button-row-end">
            <Button className="button" onPress={onClose}>
              Back
            </Button>
            <BusyButton type="submit" className="button" isDisabled={file === ''} isBusy={command.isBusy}>
              Record
            </BusyButton>
          </div>
        </Form>
      )}
      {recorded && (
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Close
          </Button>
        </div>
      )}
    </ModalDialog>
  );
}

const OUTCOMES: Readonly<Record<Recorded['returns'][number]['outcome'], string>> = {
  RECORDED: 'Recorded',
  ALREADY_RECORDED: 'Recorded before',
  NOT_FOUND: 'Not one of ours',
  DIFFERS: 'Not as it was sent',
  NEEDS_ATTENTION: 'Needs a person',
};

function ReturnsOfFile({ recorded: { returns, remainingCount } }: { recorded: Recorded }) {
  return (
    <>
      <ul className="returned">
        {returns.map(({ recordNumber, code, individualName, amount, outcome, message, meaning }) => (
          <li key={recordNumber}>
            <div>
              <p>
                <strong>{OUTCOMES[outcome]}</strong> <code>{code}</code> <bdi>{individualName}</bdi>,{' '}
                {formatMoney(amount)}
              </p>
              <p>
                {meaning} <bdi>{message}</bdi>
              </p>
            </div>
          </li>
        ))}
      </ul>
      {returns.length === 0 && <p className="muted">The file has no entry.</p>}
      {remainingCount > 0 && <p>{remainingCount} more are left: record the same file again.</p>}
    </>
  );
}
