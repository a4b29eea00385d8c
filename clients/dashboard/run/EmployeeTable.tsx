import { useMemo } from 'react';
import { type Column, VirtualTable } from '../components/VirtualTable.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import { hrefOf } from '../navigation/Route.ts';
import './EmployeeTable.css';
import type { RunItem } from './RunItem.ts';

const FACTS: readonly Column<RunItem>[] = [
  { name: 'Employee', cellOf: nameOf },
  { name: 'Id', cellOf: ({ employeeId }) => <code>{employeeId}</code> },
  { name: 'Outcome', cellOf: outcomeOf },
  { name: 'Gross pay', isNumber: true, cellOf: ({ grossPay }) => grossPay && formatMoney(grossPay) },
  { name: 'Net pay', isNumber: true, cellOf: ({ netPay }) => netPay && formatMoney(netPay) },
];

export interface EmployeeTableProps {
  /** The rows that are read so far; the others up to `rowCount` follow as they come into sight. */
  items: readonly RunItem[];
  rowCount: number;
  /** Must stay the same function. */
  onNeed: (rowCount: number) => void;
  /** The chosen employees; with `onToggle`, where employees can be chosen. */
  selected?: ReadonlyMap<string, RunItem>;
  onToggle?: (item: RunItem) => void;
}

/** The employees of a run, a row each. */
export function EmployeeTable({ items, rowCount, onNeed, selected, onToggle }: EmployeeTableProps) {
  const columns = useMemo(
    () => (selected && onToggle ? [choiceColumn(selected, onToggle), ...FACTS] : FACTS),
    [selected, onToggle],
  );
  return (
    <VirtualTable
      name="Employees"
      className={onToggle ? 'employees-choosable' : 'employees'}
      columns={columns}
      rows={items}
      rowCount={rowCount}
      onNeed={onNeed}
    />
  );
}

const choiceColumn = (selected: ReadonlyMap<string, RunItem>, onToggle: (item: RunItem) => void): Column<RunItem> => ({
  name: 'Chosen',
  isNameHidden: true,
  cellOf: (item) => (
    <input
      className="employee-choice"
      type="checkbox"
      aria-label={`Choose ${item.employeeName}`}
      checked={selected.has(item.employeeId)}
      onChange={() => onToggle(item)}
    />
  ),
});

/** The name leads to the payslip, where there is one. */
function nameOf({ runId, employeeId, employeeName, payslipId }: RunItem) {
  const name = <bdi className="employee-name">{employeeName}</bdi>;
  return payslipId ? <a href={hrefOf({ screen: 'payslip', runId, employeeId })}>{name}</a> : name;
}

function outcomeOf({ status, error, reversedByRunId }: RunItem) {
  if (status === 'FAILED') return <span className="bad">{error?.code ?? 'FAILED'}</span>;
  if (status === 'EXCLUDED') return <span className="muted">Left out</span>;
  return reversedByRunId ? 'Reversed' : 'Calculated';
}
