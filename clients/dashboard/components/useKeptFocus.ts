import { useEffect } from 'react';

/**
 * When a change takes the control away that had the focus, the focus goes to the screen, not to the top of the page.
 * @param revision changes with what is shown
 */
export function useKeptFocus(revision: unknown): void {
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById('main')?.focus();
  }, [revision]);
}
