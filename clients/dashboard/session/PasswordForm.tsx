import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Form } from 'react-aria-components/Form';
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
      <Button type="submit" className="button button-primary button-wide" isPending={isBusy}>
        {isBusy ? 'Signing in…' : 'Sign in'}
      </Button>
    </Form>
  );
}
