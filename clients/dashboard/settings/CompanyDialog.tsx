import { draftOf } from '../form/draftOf.ts';
import { EditDialog } from '../form/EditDialog.tsx';
import {
  COMPANY_FIELDS,
  companyDraft,
  companyInput,
  type CompanySettings,
  RATE_FIELDS,
  rateInput,
} from './companyFields.ts';
import { saveCompany } from './saveCompany.ts';

export interface CompanyDialogProps {
  /** Undefined while there is none. */
  company: CompanySettings | undefined;
  part: 'company' | 'rates';
  onClose: () => void;
  onDone: () => void;
}

/** Makes or changes the company, or its unemployment rates. */
export function CompanyDialog({ company, part, onClose, onDone }: CompanyDialogProps) {
  const isRates = part === 'rates';
  return (
    <EditDialog
      title={isRates ? 'State unemployment rates' : company ? 'Change the company' : 'Your company'}
      fields={isRates ? RATE_FIELDS : COMPANY_FIELDS}
      recorded={isRates ? draftOf(RATE_FIELDS, company ?? {}) : companyDraft(company)}
      note="Runs that are calculated from now on use it."
      execute={(draft, idempotencyKey) => saveCompany(isRates ? rateInput(draft) : companyInput(draft), idempotencyKey)}
      onClose={onClose}
      onDone={onDone}
    />
  );
}
