import { formatCount } from '../format/formatCount.ts';
import './SegmentStrip.css';

/** Cells that can still be told apart; in a larger run a cell stands for several segments. */
const MOST_CELLS = 100;

export interface SegmentStripProps {
  segmentCount: number;
  closedSegmentCount: number;
}

/** How many of the run's segments, of a hundred employees each, are closed. They are worked on side by side. */
export function SegmentStrip({ segmentCount, closedSegmentCount }: SegmentStripProps) {
  if (segmentCount === 0) return null;
  const cellCount = Math.min(segmentCount, MOST_CELLS);
  const closedCells = Math.floor((closedSegmentCount / segmentCount) * cellCount);
  return (
    <div className="segments">
      <p className="muted">
        {formatCount(closedSegmentCount)} of {formatCount(segmentCount)} {segmentCount === 1 ? 'segment' : 'segments'}{' '}
        closed
      </p>
      <div className="segment-strip" aria-hidden="true">
        {Array.from({ length: cellCount }, (_, index) => (
          <span key={index} className={index < closedCells ? 'segment segment-closed' : 'segment'} />
        ))}
      </div>
    </div>
  );
}
