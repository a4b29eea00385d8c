import { Button } from 'react-aria-components/Button';
import { Panel } from '../components/Panel.tsx';
import { enumInWords } from '../format/enumInWords.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { lineName } from '../payslip/lineName.ts';
import type { Employee } from './Employee.ts';
import type { SectionName } from './EmployeeEditor.tsx';

export interface DeductionPanelProps {
  employee: Employee;
  onChange?: (section: SectionName) => void;
}

/** What is taken from pay by choice and by order, in the order in which it is taken. */
export function DeductionPanel({ employee, onChange }: DeductionPanelProps) {
  const { deductions, garnishments, supportAllocation } = employee;
  return (
    <Panel
      title="Deductions and orders"
      aside={
        onChange && (
          <div className="button-row">
            <Button
              className="button button-small"
              aria-label="Change deductions"
              onPress={() => onChange('deductions')}
            >
              Deductions…
            </Button>
            <Button className="button button-small" aria-label="Change orders" onPress={() => onChange('orders')}>
              Orders…
            </Button>
          </div>
        )
      }
    >
      {deductions.length === 0 && garnishments.length === 0 && <p className="muted">There are none.</p>}
      {deductions.length > 0 && (
        <ul className="file-list">
          {deductions.map(({ deductionId, type, amount, percent, takenIn, whenPayIsShort, hsaCoverage }) => (
            <li key={deductionId}>
              <p>
                <strong>{lineName(type)}</strong> <bdi className="muted">{deductionId}</bdi>
              </p>
              <p className="number">{amount ? formatMoney(amount) : `${percent} %`}</p>
              <p className="muted">
                {takenIn === 'EVERY_RUN' ? 'In every run' : 'In regular runs'};{' '}
                {whenPayIsShort === 'REDUCE' ? 'reduced' : 'left out'} when pay is short
                {hsaCoverage && `; ${enumInWords(hsaCoverage).toLowerCase()} coverage`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {garnishments.length > 0 && (
        <ul className="file-list">
          {garnishments.map(({ maskedOrderId, type, receivedDate, amount, balance }) => (
            <li key={`${maskedOrderId} ${receivedDate}`}>
              <p>
                <strong>{enumInWords(type)}</strong> <bdi className="muted">order {maskedOrderId}</bdi>
              </p>
              <p className="number">{amount ? formatMoney(amount) : 'Up to the ceiling'}</p>
              <p className="muted">
                Received {formatDate(receivedDate)}
                {balance && `; ${formatMoney(balance)} owed when it came or the year began`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {supportAllocation && (
        <p className="muted">
          Support orders share short pay {supportAllocation === 'EQUAL' ? 'equally' : 'in proportion'}.
        </p>
      )}
    </Panel>
  );
}
