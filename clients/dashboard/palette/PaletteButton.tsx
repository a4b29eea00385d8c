import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Place } from '../navigation/placesOf.ts';
import './PaletteButton.css';

const CommandPalette = lazy(async () => ({ default: (await import('./CommandPalette.tsx')).CommandPalette }));

const isMac = navigator.userAgent.includes('Mac');

/** Opens the command palette: by a press, or by Ctrl+K (on a Mac Cmd+K) wherever one is. */
export function PaletteButton({ places }: { places: readonly Place[] }) {
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault(); // the browser's own search
      // What a dialog asks is answered first.
      if (!document.querySelector('[role="dialog"]')) setIsOpen(true);
    };
    const close = () => setIsOpen(false); // the way back leads away from it as well
    document.addEventListener('keydown', open);
    window.addEventListener('hashchange', close);
    return () => {
      document.removeEventListener('keydown', open);
      window.removeEventListener('hashchange', close);
    };
  }, []);
  return (
    <>
      <Button className="button palette-button" aria-label="Go to…" onPress={() => setIsOpen(true)}>
        Go to… <kbd aria-hidden="true">{isMac ? '⌘K' : 'Ctrl K'}</kbd>
      </Button>
      {isOpen && (
        <Suspense>
          <CommandPalette places={places} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
