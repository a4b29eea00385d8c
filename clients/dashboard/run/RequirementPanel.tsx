import type { Answer } from '../api/useAnswer.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { RequirementList } from './RequirementList.tsx';
import type { Requirement } from './useRequirements.ts';

/** What must be fixed before the run may be approved, and what should be known. */
export function RequirementPanel({ requirements }: { requirements: Answer<readonly Requirement[]> }) {
  const { value, fault, retry } = requirements;
  const blocking = value?.filter(({ severity }) => severity === 'BLOCKING').length ?? 0;
  return (
    <Panel
      title="Requirements"
      aside={value && <span className="muted">{blocking === 0 ? 'Nothing blocks it' : `${blocking} to fix`}</span>}
    >
      {fault && <FaultNotice fault={fault} onRetry={retry} />}
      {!value && !fault && <Waiting what="the requirements" />}
      {value?.length === 0 && <p className="muted">Everything that a run needs is there.</p>}
      {value && value.length > 0 && <RequirementList requirements={value} />}
    </Panel>
  );
}
