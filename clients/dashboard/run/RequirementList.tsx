import './RequirementList.css';
import type { Requirement } from './useRequirements.ts';

export interface RequirementListProps {
  requirements: readonly Requirement[];
  /** Leaves out the fixes, for a person who only decides. */
  isBrief?: boolean;
}

/** What stands in the way first, then what should be known; each with its fix. */
export function RequirementList({ requirements, isBrief = false }: RequirementListProps) {
  if (requirements.length === 0) return null;
  return (
    <ul className={isBrief ? 'requirements requirements-brief' : 'requirements'}>
      {requirements.map(({ code, severity, message, resolution }) => (
        <li key={code} className={`requirement requirement-${severity}`}>
          <p>
            <strong>{severity === 'BLOCKING' ? 'Blocks the run' : 'Warning'}</strong>{' '}
            <code className="requirement-code">{code}</code>
          </p>
          <p>
            <bdi>{message}</bdi>
          </p>
          {!isBrief && (
            <p>
              <strong>Fix:</strong> <bdi>{resolution}</bdi>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
