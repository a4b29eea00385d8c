import type { UserError } from '../../generated/schema.ts';
import { Notice } from './Notice.tsx';

/** Why the service refused a command, and what to do next. */
export function UserErrorList({ userErrors }: { userErrors: readonly Omit<UserError, '__typename'>[] }) {
  if (userErrors.length === 0) return null;
  return (
    <Notice tone="bad" isAlert>
      <ul className="user-errors">
        {userErrors.map(({ code, message, resolution }) => (
          <li key={`${code} ${message}`}>
            <p>{message}</p>
            <p className="muted">{resolution}</p>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
