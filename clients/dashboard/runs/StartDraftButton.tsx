import { StartPayrollRunDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import type { Run } from '../run/Run.ts';

export interface StartDraftButtonProps {
  run: Run;
  /** Among several drafts a reader of the screen must hear which one. */
  label: string;
  onStarted: (run: Run) => void;
}

/** Starts a planned run: by the same call that would have made it. */
export function StartDraftButton({ run, label, onStarted }: StartDraftButtonProps) {
  const { runId, payGroupId, period, type, sequence } = run;
  return (
    <CommandButton<Run>
      text="Start"
      label={label}
      isPrimary
      intention={runId}
      execute={async (idempotencyKey) => {
        const input = { idempotencyKey, payGroupId, periodStartDate: period.startDate, type, sequence };
        const { startPayrollRun } = await execute(StartPayrollRunDocument, { input });
        return { value: startPayrollRun?.run, userErrors: startPayrollRun?.userErrors ?? [] };
      }}
      onDone={onStarted}
    />
  );
}
