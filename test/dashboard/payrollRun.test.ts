import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  ExcludePayrollRunItemsDocument,
  FailedPayrollRunItemsDocument,
} from '../../clients/generated/operations/graphql.ts';
import {
  SAMPLE_PAY_GROUP_ID,
  SAMPLE_PERIOD_START_DATE,
  type SampleEmployee,
  sampleEmployees,
} from '../../demo/sampleEmployees.ts';
import { readOutbox, returnFileOf } from '../../demo/sampleBank.ts';
import { expectAccessible } from './expectAccessible.ts';
import { runIdOf } from './runIdOf.ts';
import { withScreens } from './withScreens.ts';

/* One payroll from its start to its money and back, as the people see it who do it: stories in order, on one company. */

const EMPLOYEES = 250;
const HOSTILE_NAME = '<img src=x onerror=alert(1)>';

/** Of the sample company: the one without a Form W-4, and the one whose account the bank does not know. */
const WITHOUT_W4 = 37;
const ACCOUNT_CLOSED = 123;

const screens = withScreens(EMPLOYEES);

/** The run of the sample period. */
let runId: string;
/** The run of the next one. */
let nextRunId: string;

const figure = (page: Page, name: string) => page.locator('.figure', { hasText: name }).locator('dd');
const badge = (page: Page, status: string) => page.locator('.run-facts .badge').getByText(status, { exact: true });
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

function sampleOf(number: number): SampleEmployee['employee'] {
  const sample = [...sampleEmployees(number)].at(-1);
  if (!sample) throw new Error(`there is no sample employee ${number}`);
  return sample.employee;
}

const nameOf = (number: number): string => `${sampleOf(number).givenName} ${sampleOf(number).familyName}`;

/** Money as the page groups it, as the API writes it. */
const amountOf = (shown: string | null): string => (shown ?? '').replaceAll(/[$,]/g, '');

describe('a run is calculated', () => {
  test('an administrator starts it and sees it move', async () => {
    await screens().record({
      externalId: 'E-hostile',
      payGroupId: SAMPLE_PAY_GROUP_ID,
      givenName: HOSTILE_NAME,
      familyName: 'Adams',
      hireDate: '2020-01-15',
      workState: 'TX',
    });
    const page = await screens().as('Administrator', '#/runs');
    await page.getByText('There are no payroll runs yet.').waitFor();
    await page.getByRole('link', { name: 'Start a run' }).click();
    await page.getByLabel('Pay period').selectOption({ label: 'Nov 9 – 22, 2026, paid Nov 27, 2026' });
    await page.getByRole('button', { name: 'Start the run' }).click();
    const bar = page.getByRole('progressbar');
    await bar.waitFor();
    await badge(page, 'Awaiting approval').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    runId = runIdOf(page);
    const run = await screens().readRun(runId);
    expect(await bar.getAttribute('aria-valuenow')).toBe(String(EMPLOYEES + 1));
    expect(await figure(page, 'Calculated').textContent()).toBe(String(run.calculatedCount));
    expect(await figure(page, 'Failed').textContent()).toBe(String(run.failedCount));
    expect(amountOf(await page.locator('.total-net dd').textContent())).toBe(run.controlTotals?.netPay.amount);
  });

  test('everybody who failed is there with the reason and the fix, and a hostile name is no more than a name', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    const { failedPayrollRunItems } = await screens().client('admin').execute(FailedPayrollRunItemsDocument, { runId });
    const failures = panel(page, 'Failures');
    expect(failedPayrollRunItems?.nodes.length).toBe(4);
    for (const { employeeName, error } of failedPayrollRunItems?.nodes ?? []) {
      const group = failures.getByRole('region', { name: error?.code ?? '', exact: true });
      const words = (await group.textContent()) ?? '';
      expect(words).toContain(employeeName);
      expect(words).toContain(error?.resolution);
      expect(words).toContain(error?.message);
    }
    await failures.getByText(HOSTILE_NAME).waitFor();
    expect(await page.locator('img').count()).toBe(0);
  });

  test('only the rows in sight are in the document, however far somebody scrolls', async () => {
    const page = await screens().as('Administrator', '#/runs');
    await page.getByRole('link', { name: 'Nov 9 – 22, 2026' }).click();
    const employees = page.getByRole('region', { name: 'Employees, scrollable' });
    await employees.hover();
    let most = 0;
    for (let step = 0; step < 12; step++) {
      await page.mouse.wheel(0, 700);
      most = Math.max(most, await page.getByRole('row').count());
    }
    await employees.press('End');
    await employees.locator(`[aria-rowindex="${EMPLOYEES + 2}"] code`).waitFor();
    most = Math.max(most, await page.getByRole('row').count());
    expect(most).toBeGreaterThan(15);
    expect(most).toBeLessThanOrEqual(100);
  });

  test('starting the same period again leads to the run that is there', async () => {
    const page = await screens().as('Administrator', '#/runs/start');
    await page.getByLabel('Pay period').selectOption(SAMPLE_PERIOD_START_DATE);
    await page.getByRole('button', { name: 'Start the run' }).click();
    await badge(page, 'Awaiting approval').waitFor();
    expect(runIdOf(page)).toBe(runId);
  });
});

describe('a run is repaired', () => {
  test('an employee whose file was fixed is retried alone, and all other amounts stay', async () => {
    await screens().record({ ...sampleOf(WITHOUT_W4), taxProfile: { filingStatus: 'SINGLE' } });
    const before = await screens().readRun(runId);
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    const name = nameOf(WITHOUT_W4);
    await panel(page, 'Failures')
      .getByRole('button', { name: `Retry ${name}` })
      .click();
    await page.getByText('Calculation 2', { exact: true }).waitFor();
    await badge(page, 'Awaiting approval').waitFor();
    await panel(page, 'Failures').getByText(name).waitFor({ state: 'detached' });
    await panel(page, 'History').getByText('Retry of 1 employee.').waitFor();
    const after = await screens().readRun(runId);
    expect(after.failedCount).toBe((before.failedCount ?? 0) - 1);
    expect(after.calculatedCount).toBe((before.calculatedCount ?? 0) + 1);
    expect(after.calculationHash).not.toBe(before.calculationHash);
  });

  test('all who failed are retried at once, and those of one reason', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    await page.getByRole('button', { name: 'Retry all who failed' }).click();
    await page.getByText('Calculation 3', { exact: true }).waitFor();
    await badge(page, 'Awaiting approval').waitFor();
    await page.getByRole('button', { name: 'Retry these 2 with COMPENSATION_MISSING' }).click();
    await page.getByText('Calculation 4', { exact: true }).waitFor();
    await badge(page, 'Awaiting approval').waitFor();
  });

  test('an employee who cannot be fixed in time is excluded for a reason that stays', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    await page.getByRole('button', { name: `Leave out ${HOSTILE_NAME} Adams` }).click();
    await page.getByLabel('Why are they left out?').fill('No contract yet');
    await page.getByRole('dialog').getByRole('button', { name: 'Leave out 1 employee' }).click();
    await page.getByText('Calculation 5', { exact: true }).waitFor();
    await badge(page, 'Awaiting approval').waitFor();
    expect(await figure(page, 'Left out').textContent()).toBe('1');
    await panel(page, 'History').getByText('No contract yet').waitFor();
  });
});

describe('a run is approved and paid', () => {
  test('a run that was recalculated behind an open dialog cannot be approved from it', async () => {
    const page = await screens().as('Approver', `#/runs/${runId}`);
    await page.getByRole('button', { name: 'Approve…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('There is no earlier paid run to compare it with.').waitFor();
    const shown = amountOf(await dialog.locator('.dialog-amount strong').textContent());
    const { failedPayrollRunItems } = await screens().client('admin').execute(FailedPayrollRunItemsDocument, { runId });
    const employeeIds = failedPayrollRunItems?.nodes.map(({ employeeId }) => employeeId) ?? [];
    const input = { idempotencyKey: 'behind the dialog', runId, employeeIds, reason: 'Left the company' };
    await screens().client('admin').execute(ExcludePayrollRunItemsDocument, { input });
    await dialog.getByText('This run was changed while the dialog was open.').waitFor();
    await page.getByText('Calculation 6', { exact: true }).waitFor();
    await badge(page, 'Awaiting approval').waitFor();
    await dialog.getByLabel('Type the net total to approve it').fill(shown);
    await dialog.getByRole('button', { name: 'Approve' }).click();
    await expect.poll(async () => dialog.getByRole('alert').count()).toBe(2);
    expect((await screens().readRun(runId)).status).toBe('AWAITING_APPROVAL');
    await dialog.getByRole('button', { name: 'Back' }).click();
  });

  test('an approver writes down the net total that is shown, and everybody who looks on sees it paid', async () => {
    const onlooker = await screens().as('Administrator', `#/runs/${runId}`);
    const page = await screens().as('Approver', `#/runs/${runId}`);
    const shown = await page.locator('.total-net dd').textContent();
    await page.getByRole('button', { name: 'Approve…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.dialog-amount').textContent()).toContain(shown);
    expect(await dialog.textContent()).toContain('Started by user ');
    const approve = dialog.getByRole('button', { name: 'Approve' });
    await dialog.getByLabel('Type the net total to approve it').fill('1.00');
    expect(await approve.isDisabled()).toBe(true);
    await dialog.getByLabel('Type the net total to approve it').fill(shown ?? '');
    await approve.click();
    for (const looking of [page, onlooker]) {
      await badge(looking, 'Ready for the bank').waitFor();
      for (const name of ['Approve…', 'Reject…', 'Cancel the run…'])
        expect(await looking.getByRole('button', { name }).count()).toBe(0);
    }
    await page.getByText(/^Approved by you on/).waitFor();
    for (const status of ['Approved', 'Paying', 'Posted'])
      await panel(onlooker, 'History').getByText(status, { exact: true }).first().waitFor();
  });

  /** What the bank returned is handed in by the administrator, who sees what became of each entry. */
  async function handIn(): Promise<void> {
    const texts = [...(await readOutbox(screens().dashboard.aws)).values()].flatMap((text) => returnFileOf(text) ?? []);
    const page = await screens().as('Administrator', `#/runs/${runId}/payments`);
    await page.getByRole('button', { name: 'Record a file of returns…' }).click();
    const dialog = page.getByRole('dialog');
    const buffer = Buffer.from(texts.join(''));
    await dialog
      .getByLabel('The file as the bank sent it')
      .setInputFiles({ name: 'R.ach', mimeType: 'text/plain', buffer });
    await dialog.getByRole('button', { name: 'Record' }).click();
    await dialog.getByText('Recorded', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Close' }).click();
    await badge(page, 'With the bank, some unpaid').waitFor();
  }

  test('an approver fetches the file for the bank and acknowledges that the bank has it', async () => {
    const page = await screens().as('Approver', `#/runs/${runId}/payments`);
    const files = panel(page, 'Files for the bank');
    const fetchFile = files.getByRole('button', { name: 'Fetch the file of wages for the bank', exact: true });
    const [download] = await Promise.all([page.waitForEvent('download'), fetchFile.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect([...(await readOutbox(screens().dashboard.aws)).values()]).toContain(text);
    await download.delete();
    await files.getByText(/^Fetched on/).waitFor();
    await files.getByRole('button', { name: 'The bank has the file of wages', exact: true }).click();
    await badge(page, 'With the bank').waitFor();
    expect(await screens().readRun(runId)).toMatchObject({ status: 'PAID', paymentState: 'DELIVERED' });
  });

  test('a returned payment is recorded from the file of the bank, fixed and paid again', async () => {
    const employee = sampleOf(ACCOUNT_CLOSED);
    const directDeposits = (employee.directDeposits ?? []).map((deposit) => ({
      ...deposit,
      accountNumber: deposit.accountNumber.replace('R03', '40'),
    }));
    await screens().record({ ...employee, directDeposits });
    await handIn();
    const page = await screens().as('Approver', `#/runs/${runId}/payments`);
    const returned = panel(page, 'Returned');
    await returned.getByText('R03').waitFor();
    await returned.getByText('There is no such account').waitFor();
    await returned.getByRole('button', { name: `Pay ${nameOf(ACCOUNT_CLOSED)} again` }).click();
    await badge(page, 'With the bank').waitFor();
    await returned.waitFor({ state: 'detached' });
    await panel(page, 'Files for the bank').getByText('Wages paid again').waitFor();
  });

  test('a payment that the bank sends back later is marked so, and is there to be paid again', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}/payments`);
    await page.getByRole('button', { name: `${nameOf(2)}, payment 1: mark as returned` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('The bank’s return code').fill('r02');
    await dialog.getByRole('button', { name: 'Mark as returned' }).click();
    await panel(page, 'Returned').getByText('R02').waitFor();
    await badge(page, 'With the bank, some unpaid').waitFor();
    expect((await screens().readRun(runId)).returnedCount).toBe(1);
    expect(await page.getByRole('button', { name: /^Pay .* again$/ }).count()).toBe(0); // an approver decides that
  });

  test('the register is exported and downloaded: everybody who was paid is a row', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}/reports`);
    await page.getByRole('button', { name: 'Payroll register as CSV' }).click();
    const link = page.getByRole('link', { name: 'Download Payroll register, CSV' });
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
    const rows = readFileSync(await download.path(), 'utf8')
      .trim()
      .split(/\r?\n/);
    const { calculatedCount } = await screens().readRun(runId);
    expect(rows.length).toBeGreaterThan(calculatedCount ?? 0);
    await download.delete();
  });
});

describe('a run is looked back at', () => {
  test('the next run shows what changed since, in sum and for each employee, with the cause', async () => {
    nextRunId = await screens().startRun('2026-11-23');
    const page = await screens().as('Administrator', `#/runs/${nextRunId}/comparison`);
    const [before, after] = [await screens().readRun(runId), await screens().readRun(nextRunId)];
    const net = panel(page, 'Total').getByRole('row', { name: 'Net pay' });
    await net.waitFor();
    expect((await net.getByRole('cell').allTextContents()).slice(0, 2).map(amountOf)).toEqual([
      before.controlTotals?.netPay.amount,
      after.controlTotals?.netPay.amount,
    ]);
    const first = panel(page, 'Employee by employee').locator('details').first();
    await first.locator('summary').click();
    await first.getByRole('columnheader', { name: 'Cause' }).waitFor();
    await expect.poll(() => first.getByRole('row').count()).toBeGreaterThan(1);
  });

  test('a history that was tampered with on its way is shown as broken', async () => {
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    await panel(page, 'History').getByText('Chain intact').waitFor();
    await page.route('**/graphql', async (route) => {
      if (!route.request().postData()?.includes('payrollRunEvents')) return route.fallback();
      const answer = await route.fetch();
      const body = (await answer.text()).replace('Left the company', 'Lost in the post');
      await route.fulfill({ response: answer, body });
    });
    await page.reload();
    await panel(page, 'History')
      .getByText(/^Chain broken at event \d+$/)
      .waitFor();
    await page.unroute('**/graphql');
  });
});

describe('accessibility, in light and in dark', () => {
  const SECTIONS: [section: string, ready: (page: Page) => Promise<unknown>][] = [
    ['', (page) => panel(page, 'History').getByText('Chain intact').waitFor()],
    ['/payments', (page) => page.getByRole('table', { name: 'Payments' }).waitFor()],
    ['/comparison', (page) => panel(page, 'Employee by employee').locator('summary').first().click()],
    ['/reports', (page) => page.getByText('Payroll register').waitFor()],
  ];

  test.each(SECTIONS)('axe finds nothing wrong with a run%s', async (section, ready) => {
    const page = await screens().as('Administrator', `#/runs/${nextRunId}${section}`);
    await ready(page);
    await expectAccessible(page);
  });

  test('nor with returned payments', async () => {
    const page = await screens().as('Approver', `#/runs/${runId}/payments`);
    await panel(page, 'Returned').waitFor();
    await expectAccessible(page);
  });

  test('nor with any dialog', async () => {
    const admin = await screens().as('Administrator', `#/runs/${nextRunId}`);
    for (const name of ['Calculate again…', 'Cancel the run…', /^Leave out these/]) {
      await admin.getByRole('button', { name }).first().click();
      await admin.getByRole('dialog').waitFor();
      await expectAccessible(admin);
      await admin.keyboard.press('Escape');
    }
    const approver = await screens().as('Approver', `#/runs/${nextRunId}`);
    for (const name of ['Approve…', 'Reject…']) {
      await approver.getByRole('button', { name }).click();
      await approver.getByRole('dialog').waitFor();
      await expectAccessible(approver);
      await approver.keyboard.press('Escape');
    }
  });

  test('no screen of a run is wider than a phone', async () => {
    const page = await screens().as('Administrator', '#/runs');
    await page.setViewportSize({ width: 400, height: 800 });
    for (const hash of ['#/runs', '#/runs/start', ...SECTIONS.map(([section]) => `#/runs/${nextRunId}${section}`)]) {
      await page.goto(`${screens().dashboard.url}${hash}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      const ready = SECTIONS.find(([section]) => hash === `#/runs/${nextRunId}${section}`)?.[1];
      await ready?.(page);
      expect(await page.evaluate('document.documentElement.scrollWidth'), hash).toBe(400);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
  });
});

describe('a run is taken back', () => {
  test('a paid run is taken back for a reason, by a run that leads to it', async () => {
    const page = await screens().as('Approver', `#/runs/${runId}`);
    const shown = await page.locator('.total-net dd').textContent();
    await page.getByRole('button', { name: 'Void the run…' }).click();
    const dialog = page.getByRole('dialog');
    const act = dialog.getByRole('button', { name: 'Void the run' });
    await dialog.getByLabel('Type the net total to void it').fill(shown ?? '');
    expect(await act.isDisabled()).toBe(true);
    await dialog.getByLabel('Reason for the void').fill('Paid for the wrong period');
    await act.click();
    await badge(page, 'Voided').waitFor();
    await panel(page, 'History').getByText('Paid for the wrong period').waitFor();
    await panel(page, 'Decision').getByText('Voided by').getByRole('link').click();
    await page.getByText('Reversal run').waitFor();
    const reversal = await page.locator('.total-net dd').textContent();
    expect(reversal).toBe(`\u2212${shown}`);
  });
});
