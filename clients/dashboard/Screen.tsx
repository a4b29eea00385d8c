import { lazy } from 'react';
import { ScreenTitle } from './components/ScreenTitle.tsx';
import { hrefOf, type Route } from './navigation/Route.ts';
import { NoAccess } from './session/NoAccess.tsx';

const RunsScreen = lazy(async () => ({ default: (await import('./runs/RunsScreen.tsx')).RunsScreen }));
const RunScreen = lazy(async () => ({ default: (await import('./run/RunScreen.tsx')).RunScreen }));
const StartRunScreen = lazy(async () => ({ default: (await import('./start/StartRunScreen.tsx')).StartRunScreen }));

/** The screen of a route, loaded when it is first opened. A new screen is a new line here and in `Route`. */
export function Screen({ route, mayStart }: { route: Route; mayStart: boolean }) {
  if (route.screen === 'runs') return <RunsScreen query={route.query ?? ''} />;
  if (route.screen === 'run')
    return <RunScreen key={route.runId} runId={route.runId} section={route.section ?? 'overview'} />;
  if (route.screen === 'start') return mayStart ? <StartRunScreen /> : <NoAccess />;
  return (
    <>
      <ScreenTitle title="No such page" />
      <p>
        <a href={hrefOf({ screen: 'runs' })}>Go to the payroll runs</a>
      </p>
    </>
  );
}
