import { useEffect, useState } from 'react';
import { useSession } from '../session/SessionContext.ts';
import type { RunEvent } from './useRunEvents.ts';
import { type BrokenChain, verifyEventChain } from './verifyEventChain.ts';

export interface ChainBadgeProps {
  runId: string;
  events: readonly RunEvent[];
}

/** Whether the history is proven to be the one that was written. */
export function ChainBadge({ runId, events }: ChainBadgeProps) {
  const { companyId } = useSession();
  const [proof, setProof] = useState<{ of: readonly RunEvent[]; broken: BrokenChain | undefined }>();
  useEffect(() => {
    let isCurrent = true;
    void verifyEventChain(companyId, runId, events).then(
      (broken) => isCurrent && setProof({ of: events, broken }),
      // Without the browser's cryptography nothing is proven, and nothing is claimed.
      () => isCurrent && setProof(undefined),
    );
    return () => {
      isCurrent = false;
    };
  }, [companyId, runId, events]);
  if (events.length === 0 || proof?.of !== events) return <span className="badge badge-neutral">Not proven</span>;
  if (proof.broken)
    return (
      <span className="badge badge-bad" role="alert">
        Chain broken at event {proof.broken.sequence}
      </span>
    );
  return (
    <span className="badge badge-good" title="Each event's hash was recalculated in this browser.">
      Chain intact
    </span>
  );
}
