import { RetryPayrollRunItemsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import type { Run } from './Run.ts';

export interface RetryButtonProps {
  runId: string;
  /** At most 100 employees of the run; absent: all who failed. */
  employeeIds?: readonly string[];
  text: string;
  label?: string;
  onDone: (run: Run) => void;
}

/** Calculates employees of a waiting run again, with what is recorded now; everybody else stays as they are. */
export function RetryButton({ runId, employeeIds, text, label = text, onDone }: RetryButtonProps) {
  return (
    <CommandButton<Run>
      text={text}
      label={label}
      intention={employeeIds?.join() ?? 'all'}
      execute={async (idempotencyKey) => {
        const input = { idempotencyKey, runId, ...(employeeIds ? { employeeIds: [...employeeIds] } : {}) };
        const { retryPayrollRunItems } = await execute(RetryPayrollRunItemsDocument, { input });
        return { value: retryPayrollRunItems?.run, userErrors: retryPayrollRunItems?.userErrors ?? [] };
      }}
      onDone={onDone}
    />
  );
}
