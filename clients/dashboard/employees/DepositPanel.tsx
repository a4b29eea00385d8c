import { Button } from 'react-aria-components/Button';
import type { DirectDepositsQuery } from '../../generated/operations/graphql.ts';
import { Panel } from '../components/Panel.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import type { SectionName } from './EmployeeEditor.tsx';

type Deposit = NonNullable<DirectDepositsQuery['employee']>['directDeposits'][number];

export interface DepositPanelProps {
  deposits: readonly Deposit[];
  onChange?: (section: SectionName) => void;
}

/** How net pay is divided. Account numbers are sealed: their end is all that anybody sees. */
export function DepositPanel({ deposits, onChange }: DepositPanelProps) {
  return (
    <Panel
      title="Direct deposit"
      aside={
        onChange && (
          <Button
            className="button button-small"
            aria-label="Change direct deposit"
            onPress={() => onChange('deposits')}
          >
            Change…
          </Button>
        )
      }
    >
      {deposits.length === 0 && <p className="muted">None: net pay is paid by check.</p>}
      {deposits.length > 0 && (
        <ol className="file-list">
          {deposits.map((deposit) => (
            <li key={deposit.split}>
              <p>
                <strong>{deposit.accountType === 'CHECKING' ? 'Checking' : 'Savings'}</strong>{' '}
                <code>{deposit.maskedAccountNumber}</code>
              </p>
              <p className="number">{partOf(deposit)}</p>
              <p className="muted">Routing number {deposit.routingNumber}</p>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function partOf({ amount, percent, takesRemainder, split }: Deposit): string {
  if (takesRemainder) return split === 1 ? 'All' : 'The rest';
  return amount ? formatMoney(amount) : `${percent} %`;
}
