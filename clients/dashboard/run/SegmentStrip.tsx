import { formatCount } from '../format/formatCount.ts';
import './SegmentStrip.css';

/** Cells that can still be told apart; a run of more segments has several in a cell. */
const MOST_CELLS = 100;

export interface SegmentStripProps {
  segmentCount: number;
  closedSegmentCount: number;
}

/** How many of the run's segments, of a hundred employees each, are closed. They are worked on side by side. */
export function SegmentStrip({ segmentCount, closedSegmentCount }: SegmentStripProps) {
  if (segmentCount === 0) return null;
  const cells = Math.min(segmentCount, MOST_CELLS);
  const closedCells = (closedSegmentCount / segmentCount) * cells;
  return (
    <div className="segments">
      <p className="muted">
        {formatCount(closedSegmentCount)} of {formatCount(segmentCount)} {segmentCount === 1 ? 'segment' : 'segments'}{' '}
        closed
      </p>
      <svg
        className="segment-strip"
        viewBox={`0 0 ${cells} 1`}
        preserveAspectRatio="none"
        aria-hidden="true"
        data-closed={closedSegmentCount}
      >
        {Array.from({ length: cells }, (_, index) => (
          <rect
            key={index}
            className={index + 1 <= closedCells ? 'segment-closed' : 'segment-open'}
            x={index + 0.08}
            width={cells === 1 ? 1 : 0.84}
            height={1}
          />
        ))}
      </svg>
    </div>
  );
}
