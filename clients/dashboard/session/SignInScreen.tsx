import { signIn, type SignInOutput } from 'aws-amplify/auth';
import { useState } from 'react';
import type { SampleUser } from '../configuration/DashboardConfig.ts';
import { Notice } from '../components/Notice.tsx';
import { type OpenSession, takeSession } from './openSessions.ts';
import { OpenSessionList } from './OpenSessionList.tsx';
import { PasswordForm } from './PasswordForm.tsx';
import { readSession } from './readSession.ts';
import { SampleUserList } from './SampleUserList.tsx';
import type { Session } from './Session.ts';
import './SignInScreen.css';
import { SignInStepForm } from './SignInStepForm.tsx';

type Step = SignInOutput['nextStep']['signInStep'];

export interface SignInScreenProps {
  sampleUsers: readonly SampleUser[];
  onSignedIn: (session: Session) => void;
}

/** Signs a person in: password first, then whatever further step the user pool asks for. */
export function SignInScreen({ sampleUsers, onSignedIn }: SignInScreenProps) {
  const [step, setStep] = useState<Step>('DONE');
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const attempt = async (send: () => Promise<SignInOutput>) => {
    setIsBusy(true);
    setRefusal(undefined);
    try {
      const { isSignedIn, nextStep } = await send();
      const session = isSignedIn ? await readSession() : undefined;
      if (session) onSignedIn(session);
      else setStep(nextStep.signInStep);
    } catch (error) {
      setRefusal(error instanceof Error && error.message ? error.message : 'The sign-in failed.');
    } finally {
      setIsBusy(false);
    }
  };
  const signInWith = (username: string, password: string) => void attempt(() => signIn({ username, password }));

  const continueAs = async (open: OpenSession) => {
    setIsBusy(true);
    const session = (await takeSession(open)) ? await readSession().catch(() => undefined) : undefined;
    setIsBusy(false);
    if (session) onSignedIn(session);
    else setRefusal('That tab is closed or signed out. Sign in here.');
  };
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <p className="sign-in-product">Payroll</p>
        <h1>Sign in</h1>
        {refusal && (
          <Notice tone="bad" isAlert>
            {refusal}
          </Notice>
        )}
        {step === 'DONE' && <OpenSessionList isBusy={isBusy} onChoose={(open) => void continueAs(open)} />}
        {step === 'DONE' ? (
          <PasswordForm isBusy={isBusy} onSubmit={signInWith} />
        ) : (
          <SignInStepForm step={step} isBusy={isBusy} onSubmit={(send) => void attempt(send)} />
        )}
      </div>
      {step === 'DONE' && sampleUsers.length > 0 && (
        <SampleUserList
          users={sampleUsers}
          isBusy={isBusy}
          onChoose={({ username, password }) => signInWith(username, password)}
        />
      )}
    </main>
  );
}
