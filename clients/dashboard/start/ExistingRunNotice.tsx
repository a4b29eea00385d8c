import { Button } from 'react-aria-components/Button';
import { Notice } from '../components/Notice.tsx';
import { statusInWords } from '../format/statusInWords.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';

export interface ExistingRunNoticeProps {
  run: Run;
  onStartAnother: (sequence: number) => void;
}

/** The period was run before and came to nothing: the person may look at that run or choose to run the period again. */
export function ExistingRunNotice({ run, onStartAnother }: ExistingRunNoticeProps) {
  const next = run.sequence + 1;
  return (
    <Notice tone="attention" isAlert>
      <p>
        Run {run.sequence} of this period is there already: {statusInWords(run.status, run.paymentState).toLowerCase()}.{' '}
        <a href={hrefOf({ screen: 'run', runId: run.runId })}>Look at it</a>
      </p>
      <Button className="button" onPress={() => onStartAnother(next)}>
        Prepare run {next}
      </Button>
    </Notice>
  );
}
