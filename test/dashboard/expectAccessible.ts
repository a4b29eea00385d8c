import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Axe finds nothing wrong with what the page shows. Only colours differ between the schemes, so that the second look is at the contrast alone. */
export async function expectAccessible(page: Page): Promise<void> {
  const inLight = await new AxeBuilder({ page }).setLegacyMode().analyze();
  await page.emulateMedia({ colorScheme: 'dark' });
  const inDark = await new AxeBuilder({ page }).setLegacyMode().withRules(['color-contrast']).analyze();
  await page.emulateMedia({ colorScheme: 'light' });
  const violations = [...inLight.violations, ...inDark.violations];
  const found = violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => [html, failureSummary]),
  }));
  expect(found, page.url()).toEqual([]);
}
