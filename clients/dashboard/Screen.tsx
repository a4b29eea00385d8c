import { ScreenTitle } from './components/ScreenTitle.tsx';
import { hrefOf, type Route } from './navigation/Route.ts';
import { RunScreen } from './run/RunScreen.tsx';
import { RunsScreen } from './runs/RunsScreen.tsx';
import { NoAccess } from './session/NoAccess.tsx';
import { StartRunScreen } from './start/StartRunScreen.tsx';

/** The screen of a route. A new screen is a new line here and in `Route`. */
export function Screen({ route, mayStart }: { route: Route; mayStart: boolean }) {
  if (route.screen === 'runs') return <RunsScreen />;
  if (route.screen === 'run') return <RunScreen key={route.runId} runId={route.runId} />;
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
