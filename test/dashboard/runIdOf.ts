import type { Page } from 'playwright-core';

/** The run whose screen the page shows. */
export const runIdOf = (page: Page): string => decodeURIComponent(/#\/runs\/([^/]+)/.exec(page.url())?.[1] ?? '');
