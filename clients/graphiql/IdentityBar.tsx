import { useState } from 'react';
import type { SampleUser } from './readConfig.ts';

interface IdentityBarProps {
  users: readonly SampleUser[];
  /** Of the chosen user; `''` stands for a partner application. */
  username: string;
  onUsername: (username: string) => void;
  secret: string;
  onSecret: (secret: string) => void;
}

/** Chooses as whom operations are sent. */
export function IdentityBar({ users, username, onUsername, secret, onSecret }: IdentityBarProps) {
  const [typed, setTyped] = useState(secret);
  return (
    <header className="identity">
      <strong>Payroll</strong>
      <label>
        Send as{' '}
        <select value={username} onChange={({ target }) => onUsername(target.value)}>
          {users.map((user) => (
            <option key={user.username} value={user.username}>
              {user.username} ({user.group})
            </option>
          ))}
          <option value="">a partner application (API key)</option>
        </select>
      </label>
      {username === '' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSecret(typed.trim());
          }}
        >
          <label>
            Secret{' '}
            <input
              type="password"
              autoComplete="off"
              placeholder="createApiKey shows it once"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
          </label>{' '}
          <button type="submit">Use</button>
        </form>
      )}
      <a href="/">Dashboard</a>
    </header>
  );
}
