import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { BusyButton } from '../components/BusyButton.tsx';
import { TextEntry } from '../components/TextEntry.tsx';

export interface PasswordFormProps {
  isBusy: boolean;
  onSubmit: (username: string, password: string) => void;
}

export function PasswordForm({ isBusy, onSubmit }: PasswordFormProps) {
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  return (
    <Form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit(username.trim(), password);
      }}
    >
      <TextEntry
        label="Email"
        type="email"
        autoComplete="username"
        isRequired
        value={username}
        onChange={setUsername}
      />
      <TextEntry
        label="Password"
        type="password"
        autoComplete="current-password"
        isRequired
        value={password}
        onChange={setPassword}
      />
      <BusyButton type="submit" className="button button-primary button-wide" isBusy={isBusy}>
        {isBusy ? 'Signing in…' : 'Sign in'}
      </BusyButton>
    </Form>
  );
}
