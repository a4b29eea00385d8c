import type { Page } from 'playwright-core';

/** Presses Tab until the control with this name has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    if ((await focused.ariaSnapshot()).includes(`"${name}"`)) return;
  }
  throw new Error(`40 presses of Tab did not reach "${name}"`);
}
