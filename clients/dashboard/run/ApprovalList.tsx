import { formatInstant } from '../format/formatInstant.ts';
import { Actor } from './Actor.tsx';
import type { Run } from './Run.ts';

/** Who approved the present calculation so far, where one person is not enough. */
export function ApprovalList({ run }: { run: Run }) {
  const approvals = run.approvals ?? [];
  const required = run.requiredApprovals ?? 1;
  if (required < 2 && approvals.length === 0) return null;
  return (
    <>
      <p>
        <strong>
          {approvals.length} of {required} approvals.
        </strong>{' '}
        {required > 1 && 'This run differs so much from the last one that different people must approve it.'}
      </p>
      {approvals.map(({ actor, at }) => (
        <p key={actor} className="muted">
          Approved by <Actor id={actor} /> on <time dateTime={at}>{formatInstant(at)}</time>
        </p>
      ))}
    </>
  );
}
