import { randomUUID } from 'node:crypto';
import type { Page, WebSocketRoute } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { CancelPayrollRunDocument } from '../../clients/generated/operations/graphql.ts';
import { SAMPLE_PASSWORD, SAMPLE_USERS, type SampleUser } from '../../demo/sampleUsers.ts';
import { expectAccessible } from './expectAccessible.ts';
import { runIdOf } from './runIdOf.ts';
import { tabTo } from './tabTo.ts';
import { withScreens } from './withScreens.ts';

/* Who may do what in the payroll office, with the keyboard alone, on a connection that breaks. */

const screens = withScreens(60);

const badge = (page: Page, status: string) => page.locator('.run-facts .badge').getByText(status, { exact: true });

test('a wrong password is refused, and the right one lets in', async () => {
  const page = await screens().openPage();
  await page.goto(screens().dashboard.url);
  await page.getByLabel('Email').fill(SAMPLE_USERS.viewer.username);
  await page.getByLabel('Password').fill('Wrong-Payroll-2026!');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toBe('Incorrect username or password.');
  screens().forgive('400 (Bad Request)'); // how the pool refuses
  await page.getByLabel('Password').fill(SAMPLE_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
  screens().adopt('Viewer', page);
});

describe('with the keyboard alone', () => {
  const signInByKeyboard = async ({ username }: SampleUser, hash: string) => {
    const page = await screens().openPage();
    await page.goto(`${screens().dashboard.url}${hash}`);
    await page.getByLabel('Email').waitFor();
    await tabTo(page, 'Email');
    await page.keyboard.type(username);
    await tabTo(page, 'Password');
    await page.keyboard.type(SAMPLE_PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out' }).waitFor();
    return page;
  };
  const pressed = async (page: Page, name: string) => {
    await page.getByRole('button', { name, exact: true }).waitFor();
    await tabTo(page, name);
    await page.keyboard.press('Enter');
  };
  const focused = (page: Page) => page.locator(':focus').textContent();

  test('a run is started, repaired and approved', async () => {
    const admin = await signInByKeyboard(SAMPLE_USERS.admin, '#/runs');
    await admin.getByRole('link', { name: 'Start a run' }).waitFor();
    await tabTo(admin, 'Start a run');
    await admin.keyboard.press('Enter');
    await admin.getByRole('heading', { name: 'Start a run' }).waitFor();
    await admin.getByLabel('Pay period').locator('option').nth(3).waitFor({ state: 'attached' });
    await tabTo(admin, 'Pay period');
    await admin.keyboard.type('Nov 9');
    await pressed(admin, 'Start the run');
    await badge(admin, 'Awaiting approval').waitFor();
    await pressed(admin, 'Retry Priya Taylor');
    await admin.getByText('Calculation 2', { exact: true }).waitFor();
    // The button that was pressed is gone for a moment: the focus is where the run's new status stands.
    expect(await focused(admin)).toContain('Pay date Nov 27, 2026');
    await badge(admin, 'Awaiting approval').waitFor();
    const runId = runIdOf(admin);
    screens().adopt('Administrator', admin);

    const approver = await signInByKeyboard(SAMPLE_USERS.approver, `#/runs/${runId}`);
    await pressed(approver, 'Approve…');
    await approver.getByRole('dialog').waitFor();
    await approver.keyboard.press('Escape');
    await approver.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(approver)).toBe('Approve…');
    await approver.keyboard.press('Enter');
    await approver.getByRole('dialog').waitFor();
    await approver.keyboard.type((await screens().readRun(runId)).controlTotals?.netPay.amount ?? '');
    await approver.keyboard.press('Enter');
    await approver.getByText(/^Approved by you on/).waitFor();
    await badge(approver, 'Ready for the bank, some unpaid').waitFor();
    await approver.getByText('These employees were not paid.').waitFor();
    expect(await focused(approver)).toContain('Approved by you');
    screens().adopt('Approver', approver);
  });
});

describe('roles', () => {
  test('a viewer sees a run that waits and has nothing to press', async () => {
    const runId = await screens().startRun('2026-10-26');
    const page = await screens().as('Viewer', `#/runs/${runId}`);
    await badge(page, 'Awaiting approval').waitFor();
    for (const name of ['Approve…', 'Reject…', 'Calculate again…', 'Cancel the run…', 'Retry all who failed'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.getByRole('link', { name: 'Payroll runs' }).first().click();
    await page.getByRole('link', { name: 'Oct 26 – Nov 8, 2026' }).waitFor();
    expect(await page.getByRole('link', { name: 'Start a run' }).count()).toBe(0);
  });

  test('a rejected period is run again as the second run of its period, and that one cancelled', async () => {
    const approver = await screens().as('Approver', '#/runs?status=AWAITING_APPROVAL');
    await approver.getByRole('link', { name: 'Oct 26 – Nov 8, 2026' }).click();
    await approver.getByRole('button', { name: 'Reject…' }).click();
    await approver.getByLabel('Why is it rejected?').fill('Hours of week 2 are missing');
    await approver.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    await badge(approver, 'Rejected').waitFor();
    await approver.getByText('Reason given: Hours of week 2 are missing').waitFor();
    await approver.getByText(/^Rejected by you on/).waitFor();

    const page = await screens().as('Administrator', '#/runs/start');
    await page.getByLabel('Pay period').selectOption('2026-10-26');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.getByRole('button', { name: 'Prepare run 2' }).click();
    await page.getByRole('button', { name: 'Start run 2 of this period' }).click();
    await page.getByText('Run 2 of this period').waitFor();
    await page.getByRole('button', { name: 'Cancel the run…' }).click();
    await page.getByLabel('Why is it cancelled?').fill('Started too early');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
    await badge(page, 'Cancelled').waitFor();
    expect((await screens().readRun(runIdOf(page))).status).toBe('CANCELLED');
  });

  test('a decision that somebody else took first is refused in words', async () => {
    const runId = await screens().startRun('2026-10-12');
    const page = await screens().as('Approver', `#/runs/${runId}`);
    await page.getByRole('button', { name: 'Reject…' }).click();
    await page.getByLabel('Why is it rejected?').fill('Too late');
    const input = { idempotencyKey: randomUUID(), runId, reason: 'First' };
    await screens().client('admin').execute(CancelPayrollRunDocument, { input });
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('is CANCELLED');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Back' }).click();
  });
});

describe('the list of runs', () => {
  test('is filtered by what stands in the address, and what is listed is downloaded', async () => {
    const page = await screens().as('Viewer', '#/runs?status=REJECTED&year=2026');
    const table = page.getByRole('table');
    await expect.poll(() => table.getByRole('row').count()).toBe(2);
    expect(await page.getByLabel('Status').inputValue()).toBe('REJECTED');
    await expectAccessible(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('payroll-runs.csv');
    await download.delete();
    await page.getByLabel('Status').selectOption('VOIDED');
    await page.getByText('No payroll run matches.').waitFor();
    expect(page.url()).toContain('status=VOIDED');
  });

  test('nothing is made up for an address that leads nowhere', async () => {
    const page = await screens().as('Administrator', '#/runs/run_none');
    await page.getByText('There is no run with the id run_none in your company.').waitFor();
    await expectAccessible(page);
    await page.goto(`${screens().dashboard.url}#/nowhere`);
    await page.getByRole('heading', { name: 'No such page' }).waitFor();
    await expectAccessible(page);
    await page.goto(`${screens().dashboard.url}#/runs/start`);
    await page.locator('option').nth(3).waitFor({ state: 'attached' });
    await expectAccessible(page);
  });
});

describe('a connection that breaks', () => {
  let runId: string;

  test('the network is gone for a moment, and the figures grow old in sight', async () => {
    runId = await screens().startRun('2026-09-28');
    const page = await screens().as('Viewer', `#/runs/${runId}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Reconnecting… figures may be old').waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByText('Live, caught up after a break').waitFor();
    screens().forgive('ERR_INTERNET_DISCONNECTED');
  });

  test('the service closes the socket, and what was decided meanwhile is read', async () => {
    const page = await screens().as('Viewer', `#/runs/${runId}`);
    const sockets: WebSocketRoute[] = [];
    await page.routeWebSocket(/realtime/, (socket) => {
      socket.connectToServer();
      sockets.push(socket);
    });
    await page.reload();
    await page.getByText('Live', { exact: true }).waitFor();
    await sockets.at(-1)?.close();
    await page.getByText('Reconnecting… figures may be old').waitFor();
    const input = { idempotencyKey: randomUUID(), runId, reason: 'Unseen' };
    await screens().client('admin').execute(CancelPayrollRunDocument, { input });
    await page.getByText('Live, caught up after a break').waitFor();
    await badge(page, 'Cancelled').waitFor();
  });

  test('a part of the page whose script does not come leaves the rest, and is loaded again', async () => {
    const page = await screens().as('Viewer', `#/runs/${runId}`);
    await page.route('**/ReportsSection-*.js', (route) => route.abort());
    await page.getByRole('link', { name: 'Reports' }).click();
    await page.getByText('This part of the page cannot be shown.').waitFor();
    await expectAccessible(page);
    await page.unroute('**/ReportsSection-*.js');
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByText('Reports are written by payroll administrators.').waitFor();
    for (const words of ['ERR_FAILED', 'dynamically imported module']) screens().forgive(words);
  });

  test('a service that does not answer is said so, and asked again', async () => {
    const page = await screens().as('Viewer', '#/runs');
    await page.getByRole('table').waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await page.reload();
    await page.getByText('The service does not answer. Check your connection.').first().waitFor();
    await expectAccessible(page);
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByRole('table').waitFor();
    screens().forgive('ERR_FAILED');
  });
});

test('a new tab goes on as who is signed in in another one, at the address that it was opened with, when told to', async () => {
  const page = await screens().as('Viewer', '#/runs');
  const tab = await page.context().newPage();
  await tab.goto(`${screens().dashboard.url}#/schedules`);
  await tab.getByRole('button', { name: `Continue as ${SAMPLE_USERS.viewer.username}` }).waitFor();
  await expectAccessible(tab);
  await tab.getByRole('button', { name: `Continue as ${SAMPLE_USERS.viewer.username}` }).click();
  await tab.getByRole('heading', { name: 'Schedules' }).waitFor();
  expect(await tab.evaluate('Object.keys(localStorage).length')).toBe(0);
  await tab.close();
});

test('signing out leaves nothing behind', async () => {
  const page = await screens().as('Viewer', '#/runs');
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
});
