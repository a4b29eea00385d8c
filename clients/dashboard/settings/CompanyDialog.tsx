import { draftOf } from '../form/draftOf.ts';
import { EditDialog } from '../form/EditDialog.tsx';
import {
  COMPANY_FIELDS,
  companyDraft,
  companyInput,
  type CompanySettings,
  RATE_FIELDS,
  rateInput,
  TREATMENT_FIELDS,
  treatmentInput,
} from './companyFields.ts';
import { saveCompany } from './saveCompany.ts';

export interface CompanyDialogProps {
  /** Undefined while there is none. */
  company: CompanySettings | undefined;
  part: CompanyPart;
  onClose: () => void;
  onDone: () => void;
}

export type CompanyPart = keyof typeof PARTS;

const recordedIn = (fields: typeof RATE_FIELDS) => (company: CompanySettings | undefined) =>
  draftOf(fields, company ?? {});

const PARTS = {
  company: { title: 'Your company', fields: COMPANY_FIELDS, recorded: companyDraft, input: companyInput },
  rates: {
    title: 'State unemployment rates',
    fields: RATE_FIELDS,
    recorded: recordedIn(RATE_FIELDS),
    input: rateInput,
  },
  treatments: {
    title: 'How places tax deductions',
    fields: TREATMENT_FIELDS,
    recorded: recordedIn(TREATMENT_FIELDS),
    input: treatmentInput,
  },
};

/** Makes or changes the company, its unemployment rates, or what it decided about deductions. */
export function CompanyDialog({ company, part, onClose, onDone }: CompanyDialogProps) {
  const { title, fields, recorded, input } = PARTS[part];
  return (
    <EditDialog
      title={part === 'company' && company ? 'Change the company' : title}
      fields={fields}
      recorded={recorded(company)}
      note="Runs that are calculated from now on use it."
      execute={(draft, idempotencyKey) => saveCompany(input(draft), idempotencyKey)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
