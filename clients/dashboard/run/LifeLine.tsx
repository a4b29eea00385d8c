import type { PayrollRunStatus } from '../../generated/schema.ts';
import './LifeLine.css';
import { lifeOf } from './lifeOf.ts';
import type { Run } from './Run.ts';

const WORDS = { done: 'done', now: 'now', next: 'to come', ended: 'ended here' } as const;

/** Where a run stands between its start and the day on which the money arrives. */
export function LifeLine({ run, status }: { run: Run; status: PayrollRunStatus }) {
  return (
    <ol className="life" aria-label="The life of this run">
      {lifeOf(run, status).map(({ name, when, is }) => (
        <li key={name} className={`life-${is}`} {...(is === 'now' ? { 'aria-current': 'step' as const } : {})}>
          <span className="life-name">
            {name}
            <span className="visually-hidden">, {WORDS[is]}</span>
          </span>
          <span className="life-when">{when}</span>
        </li>
      ))}
    </ol>
  );
}
