import { confirmSignIn, type SignInOutput } from 'aws-amplify/auth';
import { useState } from 'react';
import { Form } from 'react-aria-components/Form';
import { BusyButton } from '../components/BusyButton.tsx';
import { Notice } from '../components/Notice.tsx';
import { TextEntry, type TextEntryProps } from '../components/TextEntry.tsx';

type Field = Pick<TextEntryProps, 'label' | 'type' | 'autoComplete' | 'description'>;

/** The steps that the service's user pool can ask for after the password. */
const FIELDS: Readonly<Record<string, Field>> = {
  CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED: {
    label: 'New password',
    type: 'password',
    autoComplete: 'new-password',
    description:
      'Your password was temporary. At least 14 characters, with upper and lower case, a digit and a symbol.',
  },
  CONFIRM_SIGN_IN_WITH_TOTP_CODE: {
    label: 'Code from your authenticator app',
    type: 'text',
    autoComplete: 'one-time-code',
    description: 'Six digits.',
  },
};

export interface SignInStepFormProps {
  step: SignInOutput['nextStep']['signInStep'];
  isBusy: boolean;
  onSubmit: (send: () => Promise<SignInOutput>) => void;
}

export function SignInStepForm({ step, isBusy, onSubmit }: SignInStepFormProps) {
  const [answer, setAnswer] = useState('');
  const field = FIELDS[step];
  if (!field)
    return (
      <Notice tone="bad" isAlert>
        The user pool asks for a step that this page does not have: {step}. Ask the administrator of the user pool.
      </Notice>
    );
  return (
    <Form
      key={step}
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) onSubmit(() => confirmSignIn({ challengeResponse: answer }));
      }}
    >
      <TextEntry {...field} isRequired autoFocus value={answer} onChange={setAnswer} />
      <BusyButton type="submit" className="button button-primary button-wide" isBusy={isBusy}>
        Continue
      </BusyButton>
    </Form>
  );
}
