import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Notice } from '../components/Notice.tsx';

/** A secret that is seen once, with a button that copies it. */
export function NewSecret({ secret }: { secret: string }) {
  const [outcome, setOutcome] = useState('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret);
      setOutcome('Copied.');
    } catch {
      setOutcome('The browser did not allow it: mark the secret and copy it.');
    }
  };
  return (
    <>
      <Notice tone="attention">
        <p>Copy the secret now: nobody can show it again.</p>
      </Notice>
      <div className="new-secret">
        <code>{secret}</code>
        <Button className="button button-primary" autoFocus onPress={() => void copy()}>
          Copy
        </Button>
      </div>
      <p role="status" className="new-secret-outcome">
        {outcome}
      </p>
      <p className="muted">
        Send it as <code>Authorization: key &lt;secret&gt;</code>.
      </p>
    </>
  );
}
