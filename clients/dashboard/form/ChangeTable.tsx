import '../components/CardTable.css';
import type { Change } from './changesOf.ts';

/** What would change, from what to what. */
export function ChangeTable({ changes }: { changes: readonly Change[] }) {
  return (
    <div className="card-table-frame" tabIndex={0} role="region" aria-label="Changes, scrollable">
      <table className="card-table change-table">
        <thead>
          <tr>
            <th scope="col">What</th>
            <th scope="col">Now</th>
            <th scope="col">Will be</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ label, before, after }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-name="Now">{before === '' ? <span className="muted">Nothing</span> : <bdi>{before}</bdi>}</td>
              <td data-name="Will be">{after === '' ? <span className="bad">Removed</span> : <bdi>{after}</bdi>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
