import { Button } from 'react-aria-components/Button';
import type { Place } from './navigation/placesOf.ts';
import { hrefOf, type Route } from './navigation/Route.ts';
import { PaletteButton } from './palette/PaletteButton.tsx';
import { endSession } from './session/endSession.ts';
import { groupInWords } from './session/groupInWords.ts';
import { useSession } from './session/SessionContext.ts';
import './TopBar.css';

export interface TopBarProps {
  companyName: string;
  /** What the signed-in person may open. */
  places: readonly Place[];
  /** The screen that is shown. */
  screen: Route['screen'] | undefined;
}

export function TopBar({ companyName, places, screen }: TopBarProps) {
  const { username, groups } = useSession();
  return (
    <header className="top-bar">
      <a className="top-bar-home" href={hrefOf({ screen: 'home' })}>
        <span className="top-bar-product">Payroll</span>
        <bdi className="top-bar-company">{companyName}</bdi>
      </a>
      {places.length > 0 && (
        <nav className="top-bar-places" aria-label="Main">
          {places.map(({ text, route, screens }) => (
            <a key={text} href={hrefOf(route)} {...currentOf(route.screen, screens, screen)}>
              {text}
            </a>
          ))}
        </nav>
      )}
      <PaletteButton places={places} />
      <div className="top-bar-user">
        <span className="top-bar-name">{username}</span>
        <span className="top-bar-role">{groups.map(groupInWords).join(', ') || 'No role'}</span>
      </div>
      <Button className="button" onPress={() => void endSession()}>
        Sign out
      </Button>
    </header>
  );
}

/** The place itself is the current page; on a screen below it, it is where one is. */
function currentOf(own: Route['screen'], screens: readonly Route['screen'][], screen: Route['screen'] | undefined) {
  if (screen === undefined || !screens.includes(screen)) return {};
  return { 'aria-current': screen === own ? ('page' as const) : ('true' as const) };
}
