import { formatMoney } from '../format/formatMoney.ts';
import { formatMoneyChange } from '../format/formatMoneyChange.ts';
import { moneyChange } from '../format/moneyChange.ts';
import { causeInWords, lineKindInWords } from './differenceInWords.ts';
import type { EmployeeDifference } from './useRunDifference.ts';

/** What changed for one employee: net pay, and every line of the payslip with its cause. */
export function EmployeeDifferenceItem({ difference }: { difference: EmployeeDifference }) {
  const { employeeName, netPayBefore, netPayAfter, lines } = difference;
  const { change, percent } = moneyChange(netPayBefore, netPayAfter);
  return (
    <li>
      <details>
        <summary>
          <bdi className="difference-name">{employeeName}</bdi>
          <span className="difference-net">
            {formatMoney(netPayBefore)} → {formatMoney(netPayAfter)}
          </span>
          <strong className="difference-change">{formatMoneyChange(change)}</strong>
          <span className="difference-percent">{percent}</span>
        </summary>
        <table className="change-table">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col" className="number">
                Last run
              </th>
              <th scope="col" className="number">
                This run
              </th>
              <th scope="col" className="number">
                Change
              </th>
              <th scope="col">Cause</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.kind} ${line.code}`}>
                <th scope="row">
                  {lineKindInWords(line.kind)} <code>{line.code}</code>
                </th>
                <td className="number">{formatMoney(line.before)}</td>
                <td className="number">{formatMoney(line.after)}</td>
                <td className="number">{formatMoneyChange(line.change)}</td>
                <td>{causeInWords(line.cause)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </li>
  );
}
