import './RequirementList.css';
import type { Requirement } from './useRequirements.ts';

/** What stands in the way first, then what should be known; each with what mends it. */
export function RequirementList({ requirements }: { requirements: readonly Requirement[] }) {
  return (
    <ul className="requirements">
      {requirements.map(({ code, severity, message, resolution }) => (
        <li key={code} className={`requirement requirement-${severity}`}>
          <p>
            <strong>{severity === 'BLOCKING' ? 'Blocks the run' : 'To be known'}</strong>{' '}
            <code className="requirement-code">{code}</code>
          </p>
          <p>
            <bdi>{message}</bdi>
          </p>
          <p>
            <strong>Fix:</strong> <bdi>{resolution}</bdi>
          </p>
        </li>
      ))}
    </ul>
  );
}
