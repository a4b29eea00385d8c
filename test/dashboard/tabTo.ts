import type { Page } from 'playwright-core';

/** What the control with the focus is called: as far as this page's controls are named. */
const NAME_OF_FOCUSED = `(() => {
  const control = document.activeElement;
  return control?.getAttribute('aria-label') ?? (control?.labels?.[0] ?? control)?.textContent ?? '';
})()`;

/** Presses Tab until the control with this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate<string>(NAME_OF_FOCUSED)).trim() === name) return;
  }
  throw new Error(`60 presses of Tab did not reach "${name}"`);
}
