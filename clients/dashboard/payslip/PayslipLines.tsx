import { Panel } from '../components/Panel.tsx';
import { formatMoney } from '../format/formatMoney.ts';
import type { Money } from '../format/minorUnits.ts';
import { LineDetails } from './LineDetails.tsx';
import type { ExplainedLine, LineGroup } from './lineGroups.ts';

export interface PayslipLinesProps {
  groups: readonly LineGroup[];
  netPay: Money;
  /** Of the calendar year; absent where the reader may not see it. */
  netPayYearToDate: Money | undefined;
  /** Whether a column for the year has something to say. */
  hasYear: boolean;
}

/** A payslip from gross to net, and beside it what the employer pays; a line that is pressed says how it came about. */
export function PayslipLines({ groups, netPay, netPayYearToDate, hasYear }: PayslipLinesProps) {
  const ofEmployee = groups.filter(({ kind }) => kind !== 'EMPLOYER_TAX');
  const ofEmployer = groups.filter(({ kind }) => kind === 'EMPLOYER_TAX');
  const heads = (
    <p className="slip-row slip-heads">
      <span>Line</span>
      <span className="number">This pay</span>
      {hasYear && <span className="number">Year to date</span>}
    </p>
  );
  return (
    <div className={hasYear ? 'slip slip-with-year' : 'slip'}>
      <Panel title="From gross to net">
        {heads}
        {ofEmployee.map((group) => (
          <Group key={group.kind} group={group} hasYear={hasYear} />
        ))}
        <p className="slip-row slip-net">
          <span>Net pay</span>
          <span className="number">{formatMoney(netPay)}</span>
          {hasYear && <YearToDate amount={netPayYearToDate} />}
        </p>
      </Panel>
      {ofEmployer.length > 0 && (
        <Panel title="Employer’s part" aside={<span className="muted">Not taken from pay</span>}>
          {heads}
          {ofEmployer.map((group) => (
            <Group key={group.kind} group={group} hasYear={hasYear} />
          ))}
        </Panel>
      )}
    </div>
  );
}

function Group({ group, hasYear }: { group: LineGroup; hasYear: boolean }) {
  const { title, lines, sum } = group;
  return (
    <section className="slip-group">
      <h3 className="slip-row">
        <span>{title}</span>
        <span className="number">{formatMoney(sum)}</span>
        {hasYear && <span />}
      </h3>
      <ul>
        {lines.map((line) => (
          <li key={line.index}>
            <Line line={line} hasYear={hasYear} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ line, hasYear }: { line: ExplainedLine; hasYear: boolean }) {
  const figures = (
    <>
      <span className="slip-name">{line.name}</span>
      <span className="number">{formatMoney(line.amount)}</span>
      {hasYear && <YearToDate amount={line.yearToDate} />}
    </>
  );
  if (!line.explanation) return <p className="slip-row slip-line">{figures}</p>;
  return (
    <details>
      <summary className="slip-row slip-line">{figures}</summary>
      <LineDetails explanation={line.explanation} />
    </details>
  );
}

/** Who hears the line and does not see its column is told which amount this is. */
function YearToDate({ amount }: { amount: Money | undefined }) {
  return (
    <span className="number slip-year">
      <span className="visually-hidden">year to date </span>
      {amount ? formatMoney(amount) : '–'}
    </span>
  );
}
