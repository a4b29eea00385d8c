import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { formatCount } from '../format/formatCount.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { type Export, REPORTS } from './Export.ts';
import { useExport } from './useExport.ts';

/** One export: how far it is, and its file once it is there. */
export function ExportItem({ started }: { started: Export }) {
  const { current, fault } = useExport(started);
  const { report, format, status, doneCount, totalCount, reason, url, urlExpiresAt } = current;
  const name = `${REPORTS.find(({ kind }) => kind === report)?.name ?? report}, ${format}`;
  return (
    <li className="export">
      {status !== 'SUCCEEDED' && (
        <p>
          <strong>{name}</strong>
        </p>
      )}
      {(status === 'QUEUED' || status === 'RUNNING') && (
        <ProgressBar
          className="progress"
          value={doneCount}
          maxValue={Math.max(1, totalCount)}
          isIndeterminate={totalCount === 0}
        >
          {({ percentage = 0 }) => (
            <>
              <Label>
                {status === 'QUEUED'
                  ? 'Waits for its turn'
                  : `${formatCount(doneCount)} of ${formatCount(totalCount)} parts`}
              </Label>
              <div className="progress-track">
                <div className="progress-fill" style={{ width: `${percentage}%` }} />
              </div>
            </>
          )}
        </ProgressBar>
      )}
      {fault && <p className="bad">{fault.message}</p>}
      <div role="status">
        {status === 'FAILED' && (
          <p className="bad">
            It failed: <bdi>{reason}</bdi>
          </p>
        )}
        {status === 'SUCCEEDED' && url && (
          <p>
            <a className="button" href={url} download>
              Download {name}
            </a>{' '}
            {urlExpiresAt && <span className="muted">until {formatInstant(urlExpiresAt)}</span>}
          </p>
        )}
      </div>
    </li>
  );
}
