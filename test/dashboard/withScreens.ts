import { afterAll, afterEach, beforeAll, beforeEach, expect, type TestContext } from 'vitest';
import { Screens } from './Screens.ts';

/**
 * Opens the dashboard of a company of this size before the stories of a file and closes it behind them. After each story no
 * page may have complained. Where the machine cannot run the browser the stories are skipped, and say why.
 *
 * @returns the screens, once a story runs
 */
export function withScreens(employeeCount: number): () => Screens {
  let opened: Screens | { reason: string };
  const screens = (): Screens => {
    if ('reason' in opened) throw new Error(opened.reason);
    return opened;
  };
  beforeAll(async () => {
    opened = await Screens.open(employeeCount);
  });
  afterAll(async () => {
    if (!('reason' in opened)) await opened.close();
  });
  beforeEach((context: TestContext) => {
    if ('reason' in opened) context.skip(opened.reason);
  });
  afterEach(() => {
    expect(screens().complaints.splice(0)).toEqual([]);
  });
  return screens;
}
