import { FactList } from '../components/FactList.tsx';
import { enumInWords } from '../format/enumInWords.ts';
import { formatMoney } from '../format/formatMoney.ts';
import type { LineExplanation } from './Payslip.ts';

type Step = LineExplanation['steps'][number];

const ROLES: Readonly<Record<Step['role'], string>> = { INPUT: 'Given', STEP: 'Calculated', PART: 'Part of the line' };

/** How a line came about: its rule and source, and every step from what was given to the cent. */
export function LineDetails({ explanation }: { explanation: LineExplanation }) {
  const { code, citation, ruleId, ruleSetVersion, steps, amount } = explanation;
  return (
    <div className="slip-details">
      <FactList
        facts={[
          ['Source', citation],
          [
            'Rule',
            <>
              <code>{ruleId}</code> of rule set {ruleSetVersion}, line <code>{code}</code>
            </>,
          ],
        ]}
      />
      <table className="slip-steps">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">How</th>
            <th scope="col" className="number">
              Value
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={index} className={`slip-step-${step.role.toLowerCase()}`}>
              <th scope="row">{capitalized(step.label)}</th>
              <td className="muted">
                {ROLES[step.role]}
                {step.rounding && `, rounded ${step.rounding}`}
              </td>
              <td className="number">{valueOf(step, amount.currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function valueOf({ unit, value }: Step, currency: LineExplanation['amount']['currency']): string {
  if (unit === 'MONEY') return formatMoney({ amount: value, currency });
  if (unit === 'PERCENT') return `${value} %`;
  if (unit === 'HOURS') return `${value} h`;
  return /^[A-Z0-9]+(_[A-Z0-9]+)+$/.test(value) ? enumInWords(value) : value;
}

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
