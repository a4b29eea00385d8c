import { useCallback } from 'react';
import { EmployeeFileDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate } from '../format/formatDate.ts';
import { payInWords } from './payInWords.ts';
import { saveEmployee } from './saveEmployee.ts';

const MEMBERS: Readonly<Record<string, string>> = {
  compensation: 'pay',
  workState: 'work state',
  homeState: 'home state',
  taxProfile: 'Form W-4',
  taxProfileBefore2020: 'Form W-4',
  noTaxProfile: 'Form W-4',
  lockInLetter: 'lock-in letter',
  nonresidentAlien: 'nonresident alien',
  stateTaxForms: 'state certificates',
  localTaxes: 'local taxes',
  ficaExemption: 'exemption from Social Security',
  deductions: 'deductions',
  garnishments: 'orders',
  supportAllocation: 'sharing of support orders',
};

export interface ChangesPanelProps {
  employeeId: string;
  /** Rises with each change of the file. */
  version: number;
  mayEdit: boolean;
  onChanged: () => void;
}

/** What changed or will change on a day; a change can be taken out again. */
export function ChangesPanel({ employeeId, version, mayEdit, onChanged }: ChangesPanelProps) {
  const read = useCallback(
    async () => (await execute(EmployeeFileDocument, { employeeId })).employee ?? null,
    [employeeId],
  );
  const { value, fault, retry } = useAnswer(read, String(version));
  const changes = value?.changes ?? [];
  const employments = value?.earlierEmployments ?? [];
  if (value && changes.length === 0 && employments.length === 0) return null;
  return (
    <Panel title="Dated changes">
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {value === undefined && !fault && <Waiting what="dated changes" />}
      <ul className="file-list">
        {changes.map(({ effectiveFrom, members, compensation, workState }) => (
          <li key={effectiveFrom}>
            <p>
              <strong>{formatDate(effectiveFrom)}</strong>
            </p>
            {mayEdit && value ? (
              <CommandButton
                text="Remove"
                label={`Remove the change of ${formatDate(effectiveFrom)}`}
                intention={`${effectiveFrom} ${value.version}`}
                execute={(idempotencyKey) => {
                  const { externalId, version: expectedVersion } = value;
                  const employee = { externalId, removedChanges: [effectiveFrom], expectedVersion };
                  return saveEmployee(employee, idempotencyKey);
                }}
                onDone={onChanged}
              />
            ) : (
              <span />
            )}
            <p className="muted">
              {[...new Set(members.map((member) => MEMBERS[member] ?? member))].join(', ')}
              {compensation && `: ${payInWords(compensation)}`}
              {workState && `; works in ${workState}`}
            </p>
          </li>
        ))}
        {employments.map(({ hireDate, terminationDate }) => (
          <li key={hireDate}>
            <p>Earlier employment</p>
            <span />
            <p className="muted">
              {formatDate(hireDate)} to {formatDate(terminationDate)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
