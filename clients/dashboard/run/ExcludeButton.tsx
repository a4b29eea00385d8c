import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ReasonDialog } from './ReasonDialog.tsx';
import { excludeCommand } from './ReasonedCommand.ts';
import type { Run } from './Run.ts';

export interface ExcludeButtonProps {
  runId: string;
  /** At most 100 employees of the run. */
  employeeIds: readonly string[];
  text: string;
  label?: string;
  onDone: (run: Run) => void;
}

/** Leaves employees out of a waiting run, for a reason. */
export function ExcludeButton({ runId, employeeIds, text, label = text, onDone }: ExcludeButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button className="button" aria-label={label} onPress={() => setIsOpen(true)}>
        {text}
      </Button>
      {isOpen && (
        <ReasonDialog
          what={excludeCommand(employeeIds)}
          runId={runId}
          onClose={() => setIsOpen(false)}
          onDone={(run) => {
            setIsOpen(false);
            onDone(run);
          }}
        />
      )}
    </>
  );
}
