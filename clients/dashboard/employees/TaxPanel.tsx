import { Button } from 'react-aria-components/Button';
import { FactList, type FactListProps } from '../components/FactList.tsx';
import { Panel } from '../components/Panel.tsx';
import { enumInWords } from '../format/enumInWords.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { Money } from '../format/minorUnits.ts';
import type { Employee } from './Employee.ts';
import type { SectionName } from './EmployeeEditor.tsx';

type Facts = FactListProps['facts'];

const FORMS = {
  W4_2020: 'Form W-4 of 2020 or later',
  W4_BEFORE_2020: 'Form W-4 of 2019 or earlier',
  NONE_ON_FILE: 'Recorded as not on file',
} as const;

const money = (amount: Money | null | undefined) => amount && formatMoney(amount);

/** The certificates that taxes are withheld by: federal, of states, and of localities. */
export function TaxPanel({ employee, onChange }: { employee: Employee; onChange?: (section: SectionName) => void }) {
  const { federalW4Form, hasLockInLetter, nonresidentAlien, ficaExemption, stateTaxForms, localTaxes, exemptLevies } =
    employee;
  return (
    <Panel
      title="Taxes"
      aside={
        onChange && (
          <div className="button-row">
            <Button
              className="button button-small"
              aria-label="Change federal taxes"
              onPress={() => onChange('federal')}
            >
              Federal…
            </Button>
            <Button
              className="button button-small"
              aria-label="Change state and local taxes"
              onPress={() => onChange('stateAndLocal')}
            >
              State and local…
            </Button>
          </div>
        )
      }
    >
      <div className="tax-forms">
        <section>
          <h3>Federal</h3>
          <FactList
            facts={[
              ['Certificate', federalW4Form ? FORMS[federalW4Form] : 'Nothing is recorded'],
              ...certificateFacts(employee),
              ['Lock-in letter', hasLockInLetter && 'Overrides the form'],
              ['Nonresident alien', nonresidentAlien && enumInWords(nonresidentAlien)],
              ['Exempt from FICA', ficaExemption && enumInWords(ficaExemption)],
              ['Exempt by letter from', exemptLevies.join(', ')],
            ]}
          />
        </section>
        {stateTaxForms.map((form) => (
          <section key={form.state}>
            <h3>{form.state}</h3>
            <FactList
              facts={[
                ['Filing status', form.filingStatus && enumInWords(form.filingStatus)],
                ['Allowances', form.allowances],
                ['Additional allowances', form.additionalAllowances],
                ['First-time dependents', form.firstTimeDependents],
                ['Adopted children', form.adoptedChildren],
                ['Blindness', form.blindness],
                ['Amount a year', money(form.annualAmount)],
                ['Elected rate', form.electedRatePercent && `${form.electedRatePercent} %`],
                ['Extra each pay', money(form.extraWithholding)],
                ['Fixed amount each pay', money(form.fixedWithholding)],
                ['Less each pay', money(form.reducedWithholding)],
                ['Exempt for', form.exemptForYear],
                ['Military spouse', form.isMilitarySpouse && 'Keeps the home state'],
                ['Reciprocity', form.hasReciprocityCertificate && 'Certificate on file'],
              ]}
            />
          </section>
        ))}
        {localTaxes.map(({ jurisdiction, basis, ratePercent, annualAmount }) => (
          <section key={`${jurisdiction} ${basis}`}>
            <h3>{jurisdiction}</h3>
            <FactList
              facts={[
                ['Owed as', basis === 'RESIDENT' ? 'Resident' : 'At the workplace'],
                ['Rate', ratePercent && `${ratePercent} %`],
                ['Amount a year', money(annualAmount)],
              ]}
            />
          </section>
        ))}
      </div>
    </Panel>
  );
}

function certificateFacts({ taxProfile, taxProfileBefore2020 }: Employee): Facts {
  if (taxProfile)
    return [
      ['Filing status', enumInWords(taxProfile.filingStatus)],
      ['Step 2: two jobs', taxProfile.multipleJobs ? 'Yes' : 'No'],
      ['Step 3: credits a year', money(taxProfile.dependentsCredit)],
      ['Step 4(a): other income', money(taxProfile.otherIncome)],
      ['Step 4(b): deductions', money(taxProfile.deductions)],
      ['Step 4(c): extra each pay', money(taxProfile.extraWithholding)],
      ['Exempt for', taxProfile.exemptForYear],
    ];
  if (taxProfileBefore2020)
    return [
      ['Marital status', enumInWords(taxProfileBefore2020.maritalStatus)],
      ['Line 5: allowances', taxProfileBefore2020.allowances],
      ['Line 6: extra each pay', money(taxProfileBefore2020.additionalWithholding)],
      ['Exempt for', taxProfileBefore2020.exemptForYear],
    ];
  return [];
}
