import '../components/CardTable.css';
import { formatCount } from '../format/formatCount.ts';
import type { RowFailure } from './RowFailure.ts';

/** More than anybody reads on a screen: the rows themselves are in the file to download. */
const MOST_SHOWN = 200;

/** Row by row what is wrong, with the value and how to fix it. */
export function RowFailureTable({ name, failures }: { name: string; failures: readonly RowFailure[] }) {
  return (
    <>
      <div className="card-table-frame" tabIndex={0} role="region" aria-label={`${name}, scrollable`}>
        <table className="card-table failure-table">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">Employee</th>
              <th scope="col">Where</th>
              <th scope="col">Value</th>
              <th scope="col">What is wrong, and how to fix it</th>
            </tr>
          </thead>
          <tbody>
            {failures.slice(0, MOST_SHOWN).map(({ line, externalId, place, value, message, resolution }, index) => (
              <tr key={index}>
                <th scope="row">{line}</th>
                <td data-name="Employee">
                  <bdi>{externalId || '–'}</bdi>
                </td>
                <td data-name="Where">{place ? <code>{place}</code> : '–'}</td>
                <td data-name="Value">
                  <bdi>{value || '–'}</bdi>
                </td>
                <td>
                  <p className="bad">{message}</p>
                  <p>{resolution}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {failures.length > MOST_SHOWN && (
        <p className="muted">And {formatCount(failures.length - MOST_SHOWN)} more of the same kind.</p>
      )}
    </>
  );
}
