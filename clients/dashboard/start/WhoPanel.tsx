import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { PayslipPreviewedDocument } from '../../generated/operations/graphql.ts';
import { withResolution } from '../../sdk/withResolution.ts';
import { execute } from '../api/execute.ts';
import { faultOf } from '../api/faultOf.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import '../components/CardTable.css';
import { Panel } from '../components/Panel.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { StartableType } from './StartChoice.ts';
import type { PaidPerson } from './whoIsPaid.ts';

const SHOWN_AT_FIRST = 12;

/** So many payslips are calculated for a look before the start. */
const MOST_PREVIEWED = 25;

export interface WhoPanelProps {
  title: string;
  people: readonly PaidPerson[];
  /** Those whom the run is to pay; undefined: all of them, and none can be left out here. */
  chosen?: ReadonlySet<string>;
  onChoose?: (employeeId: string, isChosen: boolean) => void;
  periodStartDate: string;
  type: StartableType;
  sequence: number;
}

/** Whom the run would pay and what for; on demand what each would get, as the rules stand now. */
export function WhoPanel({ title, people, chosen, onChoose, periodStartDate, type, sequence }: WhoPanelProps) {
  const [isOpen, setIsOpen] = useState(false);
  const [previews, setPreviews] = useState<ReadonlyMap<string, string>>();
  const [isBusy, setIsBusy] = useState(false);
  const shown = isOpen ? people : people.slice(0, SHOWN_AT_FIRST);
  const preview = async () => {
    setIsBusy(true);
    const previewed = shown.slice(0, MOST_PREVIEWED).map(async ({ employeeId }) => {
      const input = { employeeId, periodStartDate, type, sequence };
      return [employeeId, await previewInWords(input)] as const;
    });
    setPreviews(new Map(await Promise.all(previewed)));
    setIsBusy(false);
  };
  return (
    <Panel title={title} aside={<span className="muted">{formatCount(people.length)}</span>}>
      <div className="card-table-frame" tabIndex={0} role="region" aria-label={`${title}, scrollable`}>
        <table className="card-table">
          <thead>
            <tr>
              <th scope="col">Employee</th>
              <th scope="col">What for</th>
              <th scope="col">Entered</th>
              {previews && <th scope="col">Would get</th>}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ employeeId, name, what, amount }) => (
              <tr key={employeeId}>
                <th scope="row">
                  {chosen && onChoose && (
                    <input
                      type="checkbox"
                      aria-label={`Pay ${name}`}
                      checked={chosen.has(employeeId)}
                      onChange={(event) => onChoose(employeeId, event.target.checked)}
                    />
                  )}{' '}
                  <a href={hrefOf({ screen: 'employee', employeeId })}>
                    <bdi>{name}</bdi>
                  </a>
                </th>
                <td data-name="What for">{what}</td>
                <td data-name="Entered">{amount ? formatMoney(amount) : <span className="muted">—</span>}</td>
                {previews && <td data-name="Would get">{previews.get(employeeId) ?? ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="button-row">
        {shown.length < people.length && (
          <Button className="button" onPress={() => setIsOpen(true)}>
            Show all {formatCount(people.length)}
          </Button>
        )}
        <BusyButton className="button" isBusy={isBusy} onPress={() => void preview()}>
          Preview the pay{people.length > MOST_PREVIEWED ? ` of the first ${MOST_PREVIEWED}` : ''}
        </BusyButton>
      </div>
    </Panel>
  );
}

async function previewInWords(input: {
  employeeId: string;
  periodStartDate: string;
  type: StartableType;
  sequence: number;
}): Promise<string> {
  try {
    const { previewPayslip } = await execute(PayslipPreviewedDocument, { input });
    const refusal = previewPayslip?.error ?? previewPayslip?.userErrors[0];
    if (refusal) return withResolution(refusal);
    const { grossPay, netPay } = previewPayslip ?? {};
    return grossPay && netPay ? `${formatMoney(grossPay)} gross, ${formatMoney(netPay)} net` : 'Nothing';
  } catch (error) {
    return faultOf(error).message;
  }
}
