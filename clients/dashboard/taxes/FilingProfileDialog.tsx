import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
import { type FilingProfilePartsFragment, UpsertFilingProfileDocument } from '../../generated/operations/graphql.ts';
import type { DepositSchedule } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { useCommand } from '../api/useCommand.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { CommandOutcome } from '../components/CommandOutcome.tsx';
import { ModalDialog } from '../components/ModalDialog.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';

export interface FilingProfileDialogProps {
  profile: FilingProfilePartsFragment | null;
  onClose: () => void;
  onDone: () => void;
}

/** Records what tax offices must know of the company. What is left empty stays as it is. */
export function FilingProfileDialog({ profile, onClose, onDone }: FilingProfileDialogProps) {
  const [ein, setEin] = useState(profile?.ein ?? '');
  const [legalName, setLegalName] = useState(profile?.legalName ?? '');
  const [schedule, setSchedule] = useState<string>(profile?.depositSchedule ?? '');
  const [contactName, setContactName] = useState(profile?.contactName ?? '');
  const [contactPhone, setContactPhone] = useState(profile?.contactPhone ?? '');
  const [line1, setLine1] = useState(profile?.legalAddress?.line1 ?? '');
  const [city, setCity] = useState(profile?.legalAddress?.city ?? '');
  const [state, setState] = useState(profile?.legalAddress?.state ?? '');
  const [postalCode, setPostalCode] = useState(profile?.legalAddress?.postalCode ?? '');
  const address = { line1: line1.trim(), city: city.trim(), state: state.trim(), postalCode: postalCode.trim() };
  const texts = {
    ein: ein.trim(),
    legalName: legalName.trim(),
    contactName: contactName.trim(),
    contactPhone: contactPhone.trim(),
  };
  const given = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  const hasAddress = Object.values(address).some((text) => text !== '');
  const command = useCommand<FilingProfilePartsFragment>(
    JSON.stringify([given, address, schedule]),
    async (idempotencyKey) => {
      const input = {
        idempotencyKey,
        ...given,
        ...(schedule === '' ? {} : { depositSchedule: schedule as DepositSchedule }),
        ...(hasAddress ? { legalAddress: address } : {}),
      };
      const { upsertFilingProfile } = await execute(UpsertFilingProfileDocument, { input });
      return { value: upsertFilingProfile?.profile, userErrors: upsertFilingProfile?.userErrors ?? [] };
    },
    onDone,
  );
  return (
    <ModalDialog title="Company as tax offices know it" isOpen onClose={onClose}>
      <CommandOutcome command={command} />
      <Form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          command.send();
        }}
      >
        <TextEntry label="EIN" description="Nine digits." autoComplete="off" value={ein} onChange={setEin} />
        <TextEntry label="Legal name" autoComplete="off" value={legalName} onChange={setLegalName} />
        <SelectEntry
          label="Federal deposits"
          value={schedule}
          options={[
            { value: '', text: 'Not recorded' },
            { value: 'MONTHLY', text: 'Monthly' },
            { value: 'SEMIWEEKLY', text: 'Semiweekly' },
          ]}
          onChange={setSchedule}
        />
        <TextEntry label="Street" autoComplete="off" value={line1} onChange={setLine1} />
        <TextEntry label="City" autoComplete="off" value={city} onChange={setCity} />
        <TextEntry label="State" autoComplete="off" maxLength={2} value={state} onChange={setState} />
        <TextEntry label="ZIP code" autoComplete="off" maxLength={10} value={postalCode} onChange={setPostalCode} />
        <TextEntry label="Contact" autoComplete="off" value={contactName} onChange={setContactName} />
        <TextEntry label="Telephone" autoComplete="off" value={contactPhone} onChange={setContactPhone} />
        <div className="button-row button-row-end">
          <Button className="button" onPress={onClose}>
            Back
          </Button>
          <BusyButton type="submit" className="button button-primary" isBusy={command.isBusy}>
            Save
          </BusyButton>
        </div>
      </Form>
    </ModalDialog>
  );
}
