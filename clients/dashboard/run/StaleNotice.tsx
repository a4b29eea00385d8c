import { Notice } from '../components/Notice.tsx';
import { formatSeconds } from '../format/formatSeconds.ts';
import { isInProgress } from './isInProgress.ts';
import type { RunSnapshot } from './RunWatch.ts';
import { useNow } from './useNow.ts';

/** A run that moves is read after five silent seconds; whatever is this old could not be read either. */
const STALE_MS = 15_000;

/** Says so when what the screen shows is old and should not be. */
export function StaleNotice({ snapshot }: { snapshot: RunSnapshot }) {
  const { connection, status, updatedAtMs } = snapshot;
  const ageMs = Math.max(useNow(), updatedAtMs) - updatedAtMs;
  const shouldMove = status !== undefined && isInProgress(status);
  if (ageMs < STALE_MS || (connection !== 'RECONNECTING' && !shouldMove)) return null;
  return (
    <Notice tone="attention">
      <p>
        These figures are {formatSeconds(ageMs / 1_000)} old. They come up to date by themselves once the service
        answers.
      </p>
    </Notice>
  );
}
