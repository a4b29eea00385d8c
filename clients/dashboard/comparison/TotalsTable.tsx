import { formatMoney } from '../format/formatMoney.ts';
import { formatMoneyChange } from '../format/formatMoneyChange.ts';
import { moneyChange } from '../format/moneyChange.ts';
import { CONTROL_TOTALS } from '../run/controlTotals.ts';
import type { Run } from '../run/Run.ts';
import './TotalsTable.css';

type Totals = NonNullable<Run['controlTotals']>;

export interface TotalsTableProps {
  /** Of the run before; absent without one. */
  before: Totals | null | undefined;
  after: Totals;
}

/** Control totals, with those of the run before and what they changed by. */
export function TotalsTable({ before, after }: TotalsTableProps) {
  return (
    <table className="change-table">
      <thead>
        <tr>
          <th scope="col">Control total</th>
          {before && (
            <th scope="col" className="number">
              Last run
            </th>
          )}
          <th scope="col" className="number">
            This run
          </th>
          {before && (
            <th scope="col" className="number">
              Change
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {CONTROL_TOTALS.map(([field, name]) => {
          const { change, percent } = moneyChange(before?.[field] ?? after[field], after[field]);
          return (
            <tr key={field}>
              <th scope="row">{name}</th>
              {before && <td className="number">{formatMoney(before[field])}</td>}
              <td className="number">{formatMoney(after[field])}</td>
              {before && (
                <td className="number">
                  {formatMoneyChange(change)} {percent && <span className="muted">{percent}</span>}
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
