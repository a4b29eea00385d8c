import { useCallback, useContext, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useAnswer } from '../api/useAnswer.ts';
import { CompanyContext } from '../company/CompanyContext.ts';
import { FactList } from '../components/FactList.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { Waiting } from '../components/Waiting.tsx';
import '../employees/employees.css';
import { enumInWords } from '../format/enumInWords.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { lineName } from '../payslip/lineName.ts';
import { hrefOf } from '../navigation/Route.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { AccountDialog } from './AccountDialog.tsx';
import type { FundingAccount } from './accountFields.ts';
import { CompanyDialog, type CompanyPart } from './CompanyDialog.tsx';
import type { CompanySettings } from './companyFields.ts';
import { ControlHistoryPanel } from './ControlHistoryPanel.tsx';
import { DeadLetterPanel } from './DeadLetterPanel.tsx';
import { readSettings } from './readSettings.ts';

type Open = { is: CompanyPart } | { is: 'account'; account: FundingAccount | undefined };

/** The company, its rates, its pay groups and the accounts that it pays from: all of it readable and changeable. */
export function SettingsScreen() {
  const mayEdit = mayStartAndCancel(useSession());
  const { value: known, retry: readCompanyAgain } = useContext(CompanyContext);
  const [saved, setSaved] = useState(0);
  const [open, setOpen] = useState<Open>();
  const { value, fault, retry } = useAnswer(useCallback(readSettings, []), String(saved));
  const close = () => setOpen(undefined);
  const done = () => {
    close();
    setSaved((number) => number + 1);
    readCompanyAgain(); // the bar on top names the company
  };
  const change = (what: string, next: Open) =>
    mayEdit && (
      <Button className="button button-small" aria-label={`Change ${what}`} onPress={() => setOpen(next)}>
        Change…
      </Button>
    );
  return (
    <>
      <ScreenTitle title="Settings" />
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the settings" />}
      {value && (
        <div className="run-layout settings">
          <div className="run-main">
            <CompanyPanel company={value.company} aside={change('the company', { is: 'company' })} />
            <RatesPanel company={value.company} aside={change('the unemployment rates', { is: 'rates' })} />
            <TreatmentsPanel
              company={value.company}
              aside={change('how places tax deductions', { is: 'treatments' })}
            />
            <ControlHistoryPanel revision={String(saved)} />
            {mayEdit && <DeadLetterPanel />}
          </div>
          <div className="run-side">
            <AccountsPanel
              accounts={value.accounts}
              {...(mayEdit ? { onOpen: (account) => setOpen({ is: 'account', account }) } : {})}
            />
            <Panel title="Pay groups" aside={<a href={hrefOf({ screen: 'schedules' })}>Schedules and pay dates</a>}>
              {known?.payGroups.length === 0 && <p className="muted">There are none yet.</p>}
              <ul className="file-list">
                {known?.payGroups.map(({ payGroupId, name, frequency }) => (
                  <li key={payGroupId}>
                    <p>
                      <bdi>{name}</bdi>
                    </p>
                    <p className="muted">{enumInWords(frequency)}</p>
                  </li>
                ))}
              </ul>
            </Panel>
          </div>
        </div>
      )}
      {open?.is === 'account' && <AccountDialog account={open.account} onClose={close} onDone={done} />}
      {open && open.is !== 'account' && value && (
        <CompanyDialog company={value.company} part={open.is} onClose={close} onDone={done} />
      )}
    </>
  );
}

interface CompanyPanelProps {
  company: CompanySettings | undefined;
  aside: React.ReactNode;
}

function CompanyPanel({ company, aside }: CompanyPanelProps) {
  return (
    <Panel title="Company" aside={aside}>
      {!company && <p className="muted">There is no company yet.</p>}
      {company && (
        <FactList
          facts={[
            ['Name', <bdi key="name">{company.name}</bdi>],
            ['Own runs', company.selfApprovalAllowed ? 'Who started a run may approve it' : 'Somebody else approves'],
            [
              'Two approvers',
              company.secondApproverAbovePercent
                ? `When a figure changes by more than ${company.secondApproverAbovePercent}%`
                : 'Never',
            ],
            ['Federal unemployment tax', company.isFutaExempt ? 'Exempt' : 'Paid'],
            ['Chosen levies', company.electedLevies.map(levyInWords).join(', ') || 'None'],
            ['Id', <code key="id">{company.companyId}</code>],
          ]}
        />
      )}
    </Panel>
  );
}

const levyInWords = (levy: string): string =>
  levy === 'NY_SDI' ? 'New York disability benefits' : 'New York paid family leave';

function RatesPanel({ company, aside }: CompanyPanelProps) {
  const rates = company?.unemploymentRates ?? [];
  return (
    <Panel title="State unemployment rates" aside={aside}>
      {rates.length === 0 && <p className="muted">None is recorded: an employee fails where the state asks for one.</p>}
      {rates.length > 0 && (
        <div className="card-table-frame" tabIndex={0} role="region" aria-label="Unemployment rates, scrollable">
          <table className="card-table">
            <thead>
              <tr>
                <th scope="col">State</th>
                <th scope="col">Rate</th>
                <th scope="col">Wage base</th>
              </tr>
            </thead>
            <tbody>
              {rates.map(({ state, ratePercent, wageBase }) => (
                <tr key={state}>
                  <th scope="row">{state}</th>
                  <td data-name="Rate">{ratePercent}%</td>
                  <td data-name="Wage base">{wageBase ? formatMoney(wageBase) : 'The state’s own'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}

function TreatmentsPanel({ company, aside }: CompanyPanelProps) {
  const decided = company?.deductionTreatments ?? [];
  return (
    <Panel title="How places tax deductions" aside={aside}>
      {decided.length === 0 && (
        <p className="muted">
          Nothing is decided. It is needed only where a calculation fails because the law of a place does not say.
        </p>
      )}
      <ul className="file-list">
        {decided.map(({ type, place, incomeTax, levies, reason, decidedAt }) => (
          <li key={`${type} ${place}`}>
            <p>
              {lineName(type)} in {place}: {treatmentInWords('income tax', incomeTax)}
              {incomeTax && levies && ', '}
              {treatmentInWords('other levies', levies)}
            </p>
            <p className="muted">
              <bdi>{reason}</bdi>, {formatDate(decidedAt.slice(0, 10))}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const treatmentInWords = (base: string, treatment: string | null | undefined): string =>
  treatment ? `${treatment === 'TAXED' ? 'taxed' : 'not taxed'} for ${base}` : '';

interface AccountsPanelProps {
  accounts: readonly FundingAccount[];
  onOpen?: (account: FundingAccount | undefined) => void;
}

function AccountsPanel({ accounts, onOpen }: AccountsPanelProps) {
  return (
    <Panel
      title="Funding accounts"
      aside={
        onOpen && (
          <Button className="button button-small" aria-label="New funding account" onPress={() => onOpen(undefined)}>
            New…
          </Button>
        )
      }
    >
      {accounts.length === 0 && <p className="muted">None yet: everybody is paid by check.</p>}
      <ul className="file-list">
        {accounts.map((account) => (
          <li key={account.fundingAccountId}>
            <p>
              <strong>
                <bdi>{account.name}</bdi>
              </strong>{' '}
              <code>{account.maskedAccountNumber}</code>
            </p>
            {onOpen && (
              <Button
                className="button button-small"
                aria-label={`Change ${account.name}`}
                onPress={() => onOpen(account)}
              >
                Change…
              </Button>
            )}
            <p className="muted">
              {account.bankName}, routing number {account.routingNumber}; on statements as{' '}
              <bdi>{account.companyEntryName}</bdi>
              {account.sendsPrenotes && '; new accounts are tested first'}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
