import { lazy, Suspense } from 'react';
import type { CompanySettings } from './settings/companyFields.ts';

const ScheduleDialog = lazy(async () => ({ default: (await import('./schedules/ScheduleDialog.tsx')).ScheduleDialog }));
const AccountDialog = lazy(async () => ({ default: (await import('./settings/AccountDialog.tsx')).AccountDialog }));
const CompanyDialog = lazy(async () => ({ default: (await import('./settings/CompanyDialog.tsx')).CompanyDialog }));

export interface SetupFormProps {
  form: 'company' | 'rates' | 'account' | 'payGroup';
  /** Undefined while there is none. */
  company: CompanySettings | undefined;
  onClose: () => void;
  onDone: () => void;
}

/** The form of one step of the set-up, loaded when it is first opened. */
export function SetupForm({ form, company, onClose, onDone }: SetupFormProps) {
  return (
    <Suspense>
      {form === 'account' && <AccountDialog account={undefined} onClose={onClose} onDone={onDone} />}
      {form === 'payGroup' && <ScheduleDialog schedule={undefined} onClose={onClose} onDone={onDone} />}
      {(form === 'company' || form === 'rates') && (
        <CompanyDialog company={company} part={form} onClose={onClose} onDone={onDone} />
      )}
    </Suspense>
  );
}
