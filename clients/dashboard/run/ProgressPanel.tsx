import { Label } from 'react-aria-components/Label';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import { Panel } from '../components/Panel.tsx';
import { formatCount } from '../format/formatCount.ts';
import { formatSeconds } from '../format/formatSeconds.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { isCalculating } from './isInProgress.ts';
import './ProgressPanel.css';
import type { RunSnapshot } from './RunWatch.ts';
import { SegmentStrip } from './SegmentStrip.tsx';
import { useNow } from './useNow.ts';

/** How far the calculation is, how fast it goes, and how old these figures are. */
export function ProgressPanel({ snapshot }: { snapshot: RunSnapshot }) {
  const nowMs = Math.max(useNow(), snapshot.updatedAtMs);
  const { status, employeeCount, calculatedCount, failedCount, excludedCount } = snapshot;
  const doneCount = calculatedCount + failedCount + excludedCount;
  const isMoving = status !== undefined && isCalculating(status);
  const perSecond = isMoving ? snapshot.rate.perSecond(nowMs) : undefined;
  const isCounting = isMoving && perSecond !== undefined && perSecond > 0;
  // While what a run is calculated from is frozen again, the counts are those of the calculation before.
  const isUncounted = isMoving && (employeeCount === 0 || status === 'PREPARING');
  const percent = employeeCount > 0 ? Math.floor((doneCount / employeeCount) * 100) : 0;
  const failedPercent = employeeCount > 0 && !isUncounted ? (failedCount / employeeCount) * 100 : 0;
  return (
    <Panel title="Progress" aside={<span className="muted">Updated {ageInWords(nowMs - snapshot.updatedAtMs)}</span>}>
      <ProgressBar
        className="progress"
        value={doneCount}
        maxValue={Math.max(1, employeeCount)}
        valueLabel={`${percent}%`}
        isIndeterminate={isUncounted}
      >
        {({ percentage = 0 }) => (
          <>
            <div className="progress-words">
              <Label>
                {isUncounted
                  ? 'The employees are being counted'
                  : `${formatCount(doneCount)} of ${formatCount(employeeCount)} employees done`}
              </Label>
              {!isUncounted && <span className="progress-percent">{percent}%</span>}
            </div>
            <div className="progress-track">
              <div className="progress-fill" style={{ width: `${percentage - failedPercent}%` }} />
              <div className="progress-fill progress-failed" style={{ width: `${failedPercent}%` }} />
            </div>
          </>
        )}
      </ProgressBar>
      <dl className="figures">
        <Figure name="Calculated" value={formatCount(calculatedCount)} />
        <Figure name="Failed" value={formatCount(failedCount)} isBad={failedCount > 0} />
        {excludedCount > 0 && <Figure name="Left out" value={formatCount(excludedCount)} />}
        {isMoving && (
          <>
            <Figure name="Employees a second" value={isCounting ? formatCount(Math.round(perSecond)) : '–'} />
            <Figure
              name="Time left"
              value={isCounting ? formatSeconds(Math.ceil((employeeCount - doneCount) / perSecond)) : '–'}
            />
          </>
        )}
      </dl>
      <SegmentStrip segmentCount={snapshot.segmentCount} closedSegmentCount={snapshot.closedSegmentCount} />
      <p className="visually-hidden" aria-live="polite">
        {status && summaryOf(statusInWords(status), percent, employeeCount, failedCount)}
      </p>
    </Panel>
  );
}

function Figure({ name, value, isBad = false }: { name: string; value: string; isBad?: boolean }) {
  return (
    <div className="figure">
      <dt>{name}</dt>
      <dd className={isBad ? 'bad' : ''}>{value}</dd>
    </div>
  );
}

/** Changes at each quarter only, so that screen readers are not interrupted. */
function summaryOf(status: string, percent: number, employeeCount: number, failedCount: number): string {
  if (employeeCount === 0) return `${status}.`;
  const failures = percent === 100 ? `, ${failedCount} failed` : '';
  return `${status}: ${Math.floor(percent / 25) * 25} percent of ${employeeCount} employees${failures}.`;
}

function ageInWords(ageMs: number): string {
  return ageMs < 2_000 ? 'just now' : `${formatSeconds(ageMs / 1000)} ago`;
}
