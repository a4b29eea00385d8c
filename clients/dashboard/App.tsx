import { lazy, Suspense, useEffect, useState } from 'react';
import { Notice } from './components/Notice.tsx';
import { Waiting } from './components/Waiting.tsx';
import { configureAmplify } from './configuration/configureAmplify.ts';
import type { DashboardConfig } from './configuration/DashboardConfig.ts';
import { readDashboardConfig } from './configuration/readDashboardConfig.ts';
import { offerSession } from './session/openSessions.ts';
import { readSession } from './session/readSession.ts';
import type { Session } from './session/Session.ts';
import { SessionContext } from './session/SessionContext.ts';
import { SignInScreen } from './session/SignInScreen.tsx';

const importWorkspace = () => import('./Workspace.tsx');
const Workspace = lazy(async () => ({ default: (await importWorkspace()).Workspace }));

type State =
  | { is: 'starting' }
  | { is: 'broken'; reason: string }
  | { is: 'signedOut'; config: DashboardConfig }
  | { is: 'signedIn'; session: Session };

/** Configuration first, then who is signed in, then the screens. */
export function App() {
  const [state, setState] = useState<State>({ is: 'starting' });
  useEffect(() => {
    void (async () => {
      try {
        const config = await readDashboardConfig();
        configureAmplify(config);
        // A session that cannot be read is one that has ended.
        const session = await readSession().catch(() => undefined);
        void importWorkspace(); // on its way while a password is typed
        setState(session ? { is: 'signedIn', session } : { is: 'signedOut', config });
      } catch (error) {
        setState({ is: 'broken', reason: error instanceof Error ? error.message : String(error) });
      }
    })();
  }, []);

  const username = state.is === 'signedIn' ? state.session.username : undefined;
  useEffect(() => (username === undefined ? undefined : offerSession(username)), [username]);

  if (state.is === 'signedIn')
    return (
      <SessionContext value={state.session}>
        <Suspense>
          <Workspace />
        </Suspense>
      </SessionContext>
    );
  if (state.is === 'signedOut')
    return (
      <SignInScreen
        sampleUsers={state.config.sampleUsers ?? []}
        onSignedIn={(session) => setState({ is: 'signedIn', session })}
      />
    );
  return (
    <main className="page">
      {state.is === 'starting' ? (
        <Waiting what="the configuration" />
      ) : (
        <Notice tone="bad" isAlert>
          <h1>The dashboard is not configured</h1>
          <p>{state.reason}</p>
        </Notice>
      )}
    </main>
  );
}
