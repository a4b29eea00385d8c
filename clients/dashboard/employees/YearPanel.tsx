import { useCallback, useState } from 'react';
import { YearToDateDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import { lineName } from '../payslip/lineName.ts';

const YEARS_BACK = 3;

/** What this employer paid the employee in a calendar year, with all posted runs. */
export function YearPanel({ employeeId }: { employeeId: string }) {
  const thisYear = new Date().getUTCFullYear();
  const [year, setYear] = useState(thisYear);
  const { value, fault, retry } = useAnswer(
    useCallback(
      async () => (await execute(YearToDateDocument, { employeeId, year })).yearToDate ?? null,
      [employeeId, year],
    ),
  );
  return (
    <Panel title="Year to date">
      <div className="year-choice">
        <SelectEntry
          label="Calendar year"
          value={String(year)}
          options={Array.from({ length: YEARS_BACK }, (_, back) => String(thisYear - back)).map((option) => ({
            value: option,
            text: option,
          }))}
          onChange={(chosen) => setYear(Number(chosen))}
        />
      </div>
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="the year" />}
      {(value === null || value?.postedRunCount === 0) && <p className="muted">No run of {year} is posted yet.</p>}
      {value && value.postedRunCount > 0 && (
        <div className="year-frame" tabIndex={0} role="region" aria-label="Year to date, scrollable">
          <table className="year-table">
            <thead>
              <tr>
                <th scope="col">Line</th>
                <th scope="col" className="number">
                  Amount
                </th>
                <th scope="col" className="number">
                  Taxable wages
                </th>
              </tr>
            </thead>
            <tbody>
              <tr className="year-sum">
                <th scope="row">Gross pay</th>
                <td className="number">{formatMoney(value.grossPay)}</td>
                <td />
              </tr>
              {value.amounts.map(({ code, amount, taxableWages }) => (
                <tr key={code}>
                  <th scope="row">
                    {lineName(code)}
                    {code.endsWith('_EMPLOYER') && <span className="muted"> (employer)</span>}
                  </th>
                  <td className="number">{formatMoney(amount)}</td>
                  <td className="number muted">{taxableWages ? formatMoney(taxableWages) : ''}</td>
                </tr>
              ))}
              <tr className="year-sum">
                <th scope="row">Net pay</th>
                <td className="number">{formatMoney(value.netPay)}</td>
                <td />
              </tr>
            </tbody>
          </table>
        </div>
      )}
      {value && value.postedRunCount > 0 && (
        <p className="muted">
          With {value.postedRunCount} posted {value.postedRunCount === 1 ? 'run' : 'runs'}.
        </p>
      )}
    </Panel>
  );
}
