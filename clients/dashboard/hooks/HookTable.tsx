import { Button } from 'react-aria-components/Button';
import { usePayGroupName } from '../company/CompanyContext.ts';
import '../components/CardTable.css';
import type { Hook } from './Hook.ts';
import { hookPointInWords, waitInWords } from './hookInWords.ts';

export interface HookTableProps {
  hooks: readonly Hook[];
  /** Where the person may change hooks. */
  onChange?: (hook: Hook) => void;
  onDelete?: (hook: Hook) => void;
}

export function HookTable({ hooks, onChange, onDelete }: HookTableProps) {
  return (
    <div className="card-table-frame" tabIndex={0} role="region" aria-label="Hooks, scrollable">
      <table className="card-table hook-table">
        <thead>
          <tr>
            <th scope="col">Hook</th>
            <th scope="col">When</th>
            <th scope="col">What the run does</th>
            <th scope="col">Runs of</th>
            {onChange && (
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {hooks.map((hook) => (
            <tr key={hook.hookId}>
              <th scope="row">
                <bdi>{hook.hookId}</bdi>
              </th>
              <td data-name="When">{hookPointInWords(hook.point)}</td>
              <td data-name="The run">{waitInWords(hook)}</td>
              <td data-name="Runs of">
                {hook.payGroupId ? <GroupName payGroupId={hook.payGroupId} /> : 'Every group'}
              </td>
              {onChange && (
                <td>
                  <div className="button-row">
                    <Button className="button" aria-label={`Change ${hook.hookId}`} onPress={() => onChange(hook)}>
                      Change…
                    </Button>
                    <Button className="button" aria-label={`Delete ${hook.hookId}`} onPress={() => onDelete?.(hook)}>
                      Delete…
                    </Button>
                  </div>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GroupName({ payGroupId }: { payGroupId: string }) {
  return <bdi>{usePayGroupName(payGroupId)}</bdi>;
}
