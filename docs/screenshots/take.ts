/**
 * Takes the README's screenshots from the real dashboard on the whole local engine, as its people see it on the way
 * of one payroll: `node docs/screenshots/take.ts`. The pictures lie beside this file.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ApprovePayrollRunDocument } from '../../clients/generated/operations/graphql.ts';
import { isTerminal } from '../../clients/sdk/runPhases.ts';
import { upsertAllPayrollInputs } from '../../clients/sdk/upsertAll.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { handInReturns } from '../../demo/sampleBank.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { repairOneEmployee } from '../../demo/showRepairs.ts';
import { Screens } from '../../test/dashboard/Screens.ts';

const EMPLOYEES = 1_600;

/** When half of the employees are done. */
const HALF_DONE = `new Promise((resolve) => {
  const look = () => {
    const done = Number(document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow') ?? 0);
    if (done > ${EMPLOYEES / 2}) resolve();
    else requestAnimationFrame(look);
  };
  look();
})`;

const screens = await Screens.open(EMPLOYEES);
if ('reason' in screens) throw new Error(screens.reason);

/** What a person sees who has scrolled `top` down; the mouse is where it points at nothing. */
async function take(page: Page, name: string, top = 0): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(`scrollTo(0, ${top})`);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: join(import.meta.dirname, `${name}.png`) });
}

// The period before is paid with the same hours and nothing else, so that there is something to compare with.
const periodBefore = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: '2026-10-26' };
const hours = sampleEmployees(EMPLOYEES)
  .flatMap(({ payInputs }) => (payInputs?.hoursWorked ? [payInputs] : []))
  .map(({ externalId, hoursWorked = [] }) => ({ externalId, hoursWorked }))
  .toArray();
await upsertAllPayrollInputs(screens.client('admin'), periodBefore, hours, { idempotencyKey: 'period-before' });
const runBefore = await screens.readRun(await screens.startRun(periodBefore.periodStartDate));
const { runId: beforeRunId, calculationHash = '' } = runBefore;
const approval = { idempotencyKey: 'period-before', runId: beforeRunId, calculationHash: calculationHash ?? '' };
await screens.client('approver').execute(ApprovePayrollRunDocument, { input: approval });
await watchRun(screens.client('admin'), beforeRunId, { until: isTerminal });

const admin = await screens.as('Administrator', '#/runs/start');
await admin.setViewportSize({ width: 1280, height: 800 });
await admin.getByRole('heading', { name: 'Start a run' }).waitFor();
await admin.getByLabel('Pay period').selectOption(SAMPLE_PERIOD_START_DATE);
await admin.getByRole('button', { name: 'Start the run' }).click();
await admin.evaluate(HALF_DONE);
await admin.screenshot({ path: join(import.meta.dirname, 'run-in-progress.png') });
const badge = (page: Page, status: string) => page.locator('.run-facts .badge').getByText(status, { exact: true });
await badge(admin, 'Awaiting approval').waitFor();
const runId = decodeURIComponent(/#\/runs\/([^/]+)/.exec(admin.url())?.[1] ?? '');

await repairOneEmployee(screens.client('admin'), runId);
await badge(admin, 'Awaiting approval').waitFor();
await admin.getByText('Calculation 2', { exact: true }).waitFor();
const failures = admin.getByRole('region', { name: 'Failures' });
await failures.getByText('Fix:').first().waitFor();
await take(admin, 'failures', ((await failures.boundingBox())?.y ?? 0) - 24);

const approver = await screens.as('Approver', `#/runs/${runId}`);
await approver.setViewportSize({ width: 1280, height: 800 });
await approver.getByRole('button', { name: 'Approve…' }).click();
await approver.getByText('What changed, employee by employee').waitFor();
const { controlTotals } = await screens.readRun(runId);
await approver.getByLabel('Type the net total to approve it').fill(controlTotals?.netPay.amount ?? '');
await take(approver, 'approve');

await approver.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
await badge(approver, 'Ready for the bank, some unpaid').waitFor();
await handInReturns(screens.dashboard.aws, screens.client('admin'));
await approver.emulateMedia({ colorScheme: 'dark' });
await approver.goto(`${screens.dashboard.url}#/runs/${runId}/payments`);
await approver.getByRole('region', { name: 'Returned' }).getByText('Fix:').first().waitFor();
await approver.getByText('Direct deposits').waitFor();
await take(approver, 'payments-dark');
await screens.close();
