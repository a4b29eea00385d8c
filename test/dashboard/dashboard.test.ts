import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, type TestContext } from 'vitest';
import {
  CancelPayrollRunDocument,
  FailedPayrollRunItemsDocument,
  PayrollRunDocument,
  StartPayrollRunDocument,
  UpsertEmployeesDocument,
} from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { launchBrowser } from './browser.ts';
import { expectAccessible } from './expectAccessible.ts';
import { type Dashboard, startDashboard } from './startDashboard.ts';
import { tabTo } from './tabTo.ts';

/* The built dashboard in a real browser against the whole local engine: one company, one browser, stories in order. */

const EMPLOYEES = 250;
const HOSTILE_NAME = '<img src=x onerror=alert(1)>';

type Role = 'Administrator' | 'Approver' | 'Viewer' | 'Employee';

let dashboard: Dashboard;
let browser: Browser | undefined;
let reason = '';
/** One signed-in page for each role, for the whole file: a sign-in is the slowest step of a story. */
const pages = new Map<Role, Promise<Page>>();
/** What the pages complained of: a blocked resource, an exception, an error on the console. */
let complaints: string[];

beforeAll(async () => {
  const launched = await launchBrowser();
  if ('reason' in launched) reason = launched.reason;
  else {
    browser = launched;
    dashboard = await startDashboard(EMPLOYEES);
  }
});

afterAll(async () => {
  await browser?.close();
  if (browser) await dashboard.stop();
});

beforeEach((testContext: TestContext) => {
  if (!browser) return testContext.skip(reason);
  complaints = [];
});

afterEach(() => {
  expect(complaints).toEqual([]);
});

/** A page of nobody yet, in a context of its own. */
async function openPage(): Promise<Page> {
  if (!browser) throw new Error(reason);
  const context = await browser.newContext({ colorScheme: 'light', reducedMotion: 'reduce' });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return page;
}

async function signIn(page: Page, role: Role): Promise<void> {
  await page.goto(dashboard.url);
  await page
    .getByRole('button', { name: new RegExp(`^${role} `) })
    .first()
    .click();
  await page.getByRole('button', { name: 'Sign out' }).waitFor();
}

/** The role's page, at a screen. */
async function open(role: Role, hash: string): Promise<Page> {
  const signedIn =
    pages.get(role) ??
    openPage().then(async (page) => {
      await signIn(page, role);
      return page;
    });
  pages.set(role, signedIn);
  const page = await signedIn;
  await page.goto(`${dashboard.url}${hash}`);
  return page;
}

const awaitingRuns = new Map<string, Promise<string>>();

/** The period's run, started through the API and waiting for approval; the same one each time. */
function awaitingRun(periodStartDate: string): Promise<string> {
  const run = awaitingRuns.get(periodStartDate) ?? startRun(periodStartDate);
  awaitingRuns.set(periodStartDate, run);
  return run;
}

async function startRun(periodStartDate: string): Promise<string> {
  const admin = dashboard.clientOf(SAMPLE_USERS.admin);
  try {
    const input = { idempotencyKey: randomUUID(), payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate };
    const runId = (await admin.execute(StartPayrollRunDocument, { input })).startPayrollRun?.run?.runId ?? '';
    await watchRun(admin, runId);
    return runId;
  } finally {
    admin.close();
  }
}

async function readRun(runId: string) {
  const { payrollRun } = await dashboard.clientOf(SAMPLE_USERS.admin).execute(PayrollRunDocument, { runId });
  if (!payrollRun) throw new Error(`there is no run ${runId}`);
  return payrollRun;
}

const runIdOf = (page: Page): string => decodeURIComponent(page.url().split('#/runs/')[1] ?? '');

const figure = (page: Page, name: string) => page.locator('.figure', { hasText: name }).locator('dd');

describe('signing in', () => {
  test('a wrong password is refused in the words of the user pool, and the person may try again', async () => {
    const page = await openPage();
    await page.goto(dashboard.url);
    await page.getByLabel('Email').fill(SAMPLE_USERS.admin.username);
    await page.getByLabel('Password').fill('Wrong-Payroll-2026!');
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toBe('Incorrect username or password.');
    expect(await page.getByLabel('Password').isEnabled()).toBe(true);
    complaints = complaints.filter((text) => !text.includes('400 (Bad Request)')); // how the pool refuses
    await page.context().close();
  });

  test('somebody outside the payroll office sees no runs', async () => {
    const page = await open('Employee', '#/runs');
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
    expect(await page.getByRole('link', { name: 'Start a run' }).count()).toBe(0);
  });

  test('signing out leaves nothing behind', async () => {
    const page = await openPage();
    await signIn(page, 'Viewer');
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await page.context().close();
  });
});

describe('a run from its start to its approval', () => {
  test('an administrator starts it, sees it move and fail where it must, and an approver approves what was shown', async () => {
    const admin = dashboard.clientOf(SAMPLE_USERS.admin);
    const hostile = {
      externalId: 'E-hostile',
      payGroupId: SAMPLE_PAY_GROUP_ID,
      givenName: HOSTILE_NAME,
      familyName: 'Adams',
      hireDate: '2020-01-15',
      workState: 'TX',
    };
    await admin.execute(UpsertEmployeesDocument, { input: { idempotencyKey: randomUUID(), employees: [hostile] } });

    const page = await open('Administrator', '#/runs');
    await page.getByText('There are no payroll runs yet.').waitFor();
    await page.getByRole('link', { name: 'Start a run' }).click();
    await page.getByLabel('Pay period').selectOption({ label: 'Nov 9 – 22, 2026, paid Nov 27, 2026' });
    await page.getByRole('button', { name: 'Start the run' }).click();

    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    await page.locator('.badge', { hasText: 'Awaiting approval' }).waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    const run = await readRun(runIdOf(page));
    expect(await bar.getAttribute('aria-valuenow')).toBe(String(EMPLOYEES + 1));
    expect(await figure(page, 'Calculated').textContent()).toBe(String(run.calculatedCount));
    expect(await figure(page, 'Failed').textContent()).toBe(String(run.failedCount));

    // Everybody who failed is there with the reason and the fix, and a hostile name is no more than a name.
    const { failedPayrollRunItems } = await admin.execute(FailedPayrollRunItemsDocument, { runId: run.runId });
    const failures = page.getByRole('region', { name: 'Failures' });
    for (const { employeeName, error } of failedPayrollRunItems?.nodes ?? []) {
      await failures.getByText(employeeName).first().waitFor();
      await failures
        .getByText(error?.message.replace(error.resolution, '').trim() ?? '')
        .first()
        .waitFor();
      await failures
        .getByText(error?.resolution ?? '')
        .first()
        .waitFor();
    }
    await failures.getByText(HOSTILE_NAME).waitFor();
    expect(await page.locator('img').count()).toBe(0);

    // Money stands as the service wrote it, grouped.
    const net = run.controlTotals?.netPay.amount ?? '';
    const shown = await page.locator('.total-net dd').textContent();
    expect(shown?.replaceAll(/[$,]/g, '')).toBe(net);

    // The administrator looks on while somebody else approves.
    const approver = await open('Approver', `#/runs/${run.runId}`);
    await approver.getByRole('button', { name: 'Approve…' }).click();
    const dialog = approver.getByRole('dialog');
    expect(await dialog.textContent()).toContain(shown);
    const approve = dialog.getByRole('button', { name: 'Approve' });
    await dialog.getByLabel('Type the net total to approve it').fill('1.00');
    expect(await approve.isDisabled()).toBe(true);
    await dialog.getByLabel('Type the net total to approve it').fill(shown ?? '');
    await approve.click();
    await approver.locator('.badge', { hasText: 'Approved' }).waitFor();
    await page.locator('.badge', { hasText: 'Approved' }).waitFor();
    expect((await readRun(run.runId)).status).toBe('APPROVED');
    await page.getByRole('region', { name: 'History' }).getByText('Approved').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel the run…' }).count()).toBe(0);
    admin.close();
  });

  test('starting the same period again leads to the run that is there', async () => {
    const page = await open('Administrator', '#/runs/start');
    await page.getByLabel('Pay period').selectOption({ label: 'Nov 9 – 22, 2026, paid Nov 27, 2026' });
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.locator('.badge', { hasText: 'Approved' }).waitFor();
  });

  test('only the rows in sight are in the document, and scrolling reads the others', async () => {
    const page = await open('Viewer', '#/runs');
    await page.getByRole('link', { name: 'Nov 9 – 22, 2026' }).click();
    const employees = page.getByRole('region', { name: 'Employees, scrollable' });
    await employees.focus();
    await page.keyboard.press('End');
    await employees.locator(`[aria-rowindex="${EMPLOYEES + 2}"] code`).waitFor();
    expect(await employees.getByRole('row').count()).toBeLessThan(60);
  });
});

describe('decisions', () => {
  test('a viewer sees a run that waits and has nothing to press', async () => {
    const runId = await awaitingRun('2026-10-26');
    const page = await open('Viewer', `#/runs/${runId}`);
    await page.locator('.badge', { hasText: 'Awaiting approval' }).waitFor();
    for (const name of ['Approve…', 'Reject…', 'Cancel the run…'])
      expect(await page.getByRole('button', { name }).count()).toBe(0);
    await page.getByRole('link', { name: 'Payroll runs' }).click();
    await page.getByRole('link', { name: 'Oct 26 – Nov 8, 2026' }).waitFor();
    expect(await page.getByRole('link', { name: 'Start a run' }).count()).toBe(0);
  });

  test('an approver rejects with the keyboard alone, and the reason stays with the run', async () => {
    const runId = await awaitingRun('2026-10-26');
    const page = await openPage();
    await page.goto(`${dashboard.url}#/runs/${runId}`);
    await page.getByLabel('Email').waitFor();
    await tabTo(page, 'Email');
    await page.keyboard.type(SAMPLE_USERS.approver.username);
    await tabTo(page, 'Password');
    await page.keyboard.type('Sample-Payroll-2026!');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Reject…' }).waitFor();
    await tabTo(page, 'Reject…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await tabTo(page, 'Reject…');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.type('Hours of week 2 are missing');
    await tabTo(page, 'Reject');
    await page.keyboard.press('Enter');
    await page.locator('.badge', { hasText: 'Rejected' }).waitFor();
    expect(await page.locator(':focus').textContent()).toContain('Decided by you');
    expect(await readRun(runId)).toMatchObject({ status: 'REJECTED', statusReason: 'Hours of week 2 are missing' });
    await page.getByText('Reason given: Hours of week 2 are missing').waitFor();
    await page.context().close();
  });

  test('a rejected period is run again as the second run of its period, and that one cancelled', async () => {
    const page = await open('Administrator', '#/runs/start');
    await page.getByLabel('Pay period').selectOption('2026-10-26');
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.getByRole('button', { name: 'Prepare run 2' }).click();
    await page.getByRole('button', { name: 'Start run 2 of this period' }).click();
    await page.getByText('Run 2 of this period').waitFor();
    await page.getByRole('button', { name: 'Cancel the run…' }).click();
    await page.getByLabel('Why is it cancelled?').fill('Started too early');
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
    await page.locator('.badge', { hasText: 'Cancelled' }).waitFor();
    expect((await readRun(runIdOf(page))).status).toBe('CANCELLED');
  });

  test('a decision that somebody else took first is refused in words', async () => {
    const runId = await awaitingRun('2026-10-12');
    const page = await open('Approver', `#/runs/${runId}`);
    await page.getByRole('button', { name: 'Reject…' }).click();
    await page.getByLabel('Why is it rejected?').fill('Too late');
    const other = await open('Administrator', `#/runs/${runId}`);
    await other.getByRole('button', { name: 'Cancel the run…' }).click();
    await other.getByLabel('Why is it cancelled?').fill('First');
    await other.getByRole('dialog').getByRole('button', { name: 'Cancel the run' }).click();
    await other.locator('.badge', { hasText: 'Cancelled' }).waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Reject' }).click();
    const alert = page.getByRole('dialog').getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('is CANCELLED');
    await page.getByRole('button', { name: 'Back' }).click();
  });
});

describe('a connection that breaks', () => {
  test('the network is gone for a moment', async () => {
    const runId = await awaitingRun('2026-09-28');
    const page = await open('Viewer', `#/runs/${runId}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('Reconnecting… figures may be old').waitFor();
    await page.context().setOffline(false);
    await page.getByText('Live, caught up after a break').waitFor();
    complaints = complaints.filter((text) => !text.includes('ERR_INTERNET_DISCONNECTED'));
  });

  test('the service closes the socket, and what was decided meanwhile is read', async () => {
    const page = await openPage();
    const sockets: { close(): Promise<void> }[] = [];
    await page.routeWebSocket(/realtime/, (socket) => {
      socket.connectToServer();
      sockets.push(socket);
    });
    const runId = await awaitingRun('2026-09-28');
    await signIn(page, 'Viewer');
    await page.goto(`${dashboard.url}#/runs/${runId}`);
    await page.getByText('Live', { exact: true }).waitFor();
    await sockets.at(-1)?.close();
    await page.getByText('Reconnecting… figures may be old').waitFor();
    const admin = dashboard.clientOf(SAMPLE_USERS.admin);
    const input = { idempotencyKey: randomUUID(), runId, reason: 'Unseen' };
    await admin.execute(CancelPayrollRunDocument, { input });
    await page.getByText('Live, caught up after a break').waitFor();
    await page.locator('.badge', { hasText: 'Cancelled' }).waitFor();
    await page.context().close();
  });
});

describe('accessibility', () => {
  const SCREENS: [hash: string, ready: (page: Page) => Promise<unknown>][] = [
    ['#/runs', (page) => page.getByRole('table').waitFor()],
    ['#/runs/start', (page) => page.locator('option').nth(3).waitFor({ state: 'attached' })],
    ['#/nowhere', (page) => page.getByText('Go to the payroll runs').waitFor()],
    ['#/runs/run_none', (page) => page.getByText('No such run').waitFor()],
  ];

  test('axe finds no defect on any screen, and enough contrast in both colour schemes', async () => {
    const runId = await awaitingRun('2026-09-14');
    const nobody = await openPage();
    await nobody.goto(dashboard.url);
    await nobody.getByLabel('Email').waitFor();
    await expectAccessible(nobody);
    await nobody.context().close();
    for (const [hash, ready] of SCREENS) {
      const page = await open('Administrator', hash);
      await ready(page);
      await expectAccessible(page);
    }
    const page = await open('Approver', `#/runs/${runId}`);
    await page.getByRole('button', { name: 'Approve…' }).waitFor();
    await page.getByRole('region', { name: 'Employees, scrollable' }).waitFor();
    await page.getByRole('region', { name: 'Failures' }).getByText('Fix:').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Approve…' }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page);
  });
});
