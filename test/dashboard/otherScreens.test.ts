import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  ApprovePayrollRunDocument,
  HookCallsDocument,
  PayrollRunItemsDocument,
} from '../../clients/generated/operations/graphql.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { expectAccessible } from './expectAccessible.ts';
import { withScreens } from './withScreens.ts';

/* The screens beside those of the runs: one company, one browser, stories in order. */

const EMPLOYEES = 60;
const HOSTILE_NAME = '<img src=x onerror=alert(1)>';

const screens = withScreens(EMPLOYEES);

/** The one run of these stories: started and approved, and held by the hook of the story before. */
let runId = '';

describe('the way around', () => {
  test('somebody is offered what the role may open, and what an address names beyond it stays closed', async () => {
    const page = await screens().as('Approver', '#/');
    await page.getByRole('heading', { name: 'Home' }).waitFor();
    const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
    expect(await places.allTextContents()).toEqual(['Home', 'Runs', 'Schedules', 'Taxes', 'Settings', 'Hooks']);
    expect(await page.locator('nav [aria-current="page"]').textContent()).toBe('Home');
    await screens().as('Approver', '#/employees');
    await page.getByRole('heading', { name: 'Not for your role' }).waitFor();
  });

  test('the palette leads anywhere by the keyboard alone, and Escape gives the focus back', async () => {
    const page = await screens().as('Administrator', '#/runs');
    await page.getByRole('heading', { name: 'Payroll runs' }).waitFor();
    await page.getByRole('button', { name: 'Go to…' }).press('Enter');
    const palette = page.getByRole('dialog', { name: 'Go to' });
    await palette.getByRole('option', { name: 'API keys' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('aria-label')).toBe('Go to…');

    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('impo');
    await palette.getByRole('option', { name: 'Import employees', selected: false }).waitFor();
    expect(await palette.getByRole('option').count()).toBe(1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Import employees' }).waitFor();
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Import employees');

    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('run_none');
    await palette.getByRole('option', { name: 'Open run_none' }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'No such run' }).waitFor();

    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.type('nothing of the kind');
    await palette.getByText('Nothing fits.').waitFor();
    await page.keyboard.press('Escape');
  });
});

test('what is loaded until the first screen stands is under 200 kB of script, compressed', async () => {
  const page = await screens().openPage();
  const scripts: Promise<Buffer>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js')) scripts.push(response.body());
  });
  await screens().signIn(page, 'Administrator');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.getByText('Live', { exact: true }).waitFor();
  const sizes = (await Promise.all(scripts)).map((script) => gzipSync(script).length);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  await page.context().close();
});

describe('employees', () => {
  const HEADING =
    'externalId,payGroupId,givenName,familyName,hireDate,workState,compensationType,annualSalary,filingStatus';
  const good = (id: string, name: string) =>
    `${id},${SAMPLE_PAY_GROUP_ID},${name},Adams,2024-01-15,TX,SALARY,52000,SINGLE`;

  const choose = (page: Page, name: string, rows: string[]) =>
    page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from([HEADING, ...rows].join('\n')),
    });

  test('a file with bad rows adds the good ones, says of each other what mends it, and gives them back', async () => {
    const page = await screens().as('Administrator', '#/employees/import');
    await page.getByRole('button', { name: 'Choose a file…' }).waitFor();
    await expectAccessible(page);
    await choose(page, 'new.csv', [
      good('N1', HOSTILE_NAME),
      good('N2', 'Bea').replace(SAMPLE_PAY_GROUP_ID, 'nowhere'),
      good('N3', 'Cy').replace('2024-01-15', '2024-13-15'),
    ]);
    await page.getByText('2 of 3 rows can be sent.').waitFor();
    await page.getByText(`${HOSTILE_NAME} Adams`).waitFor();
    await page.getByRole('button', { name: 'Import 2 employees' }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    const rows = page.getByRole('region', { name: 'Rows that were not imported, scrollable' }).locator('tbody tr');
    const told = await rows.allTextContents();
    expect(told).toEqual([
      expect.stringMatching(/^3N2payGroupIdnowherePay group "nowhere" does not exist/),
      expect.stringMatching(/^4N3hireDate2024-13-15"2024-13-15" is not a date/),
    ]);
    await expectAccessible(page);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the 2 rows left over' }).click();
    const leftOver = readFileSync(await (await download).path(), 'utf8');
    expect(leftOver.replace('\uFEFF', '').trim().split('\r\n')).toEqual([
      HEADING,
      good('N2', 'Bea').replace(SAMPLE_PAY_GROUP_ID, 'nowhere'),
      good('N3', 'Cy').replace('2024-01-15', '2024-13-15'),
    ]);

    await page.getByRole('button', { name: 'Import another file' }).click();
    const mended = leftOver.replace('nowhere', SAMPLE_PAY_GROUP_ID).replace('2024-13-15', '2024-12-15');
    await page.locator('input[type=file]').setInputFiles({
      name: 'mended.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(mended),
    });
    await page.getByRole('button', { name: 'Import 2 employees' }).click();
    await page.getByRole('heading', { name: 'The import is done' }).waitFor();
    expect(await page.getByRole('button', { name: /left over/ }).count()).toBe(0);
    expect(await page.locator('.figure', { hasText: 'Added' }).locator('dd').textContent()).toBe('2');
  });

  test('a file that cannot be read is refused before anything is sent', async () => {
    const page = await screens().as('Administrator', '#/employees');
    await page.getByRole('link', { name: 'Import employees' }).click();
    await choose(page, 'other.csv', []);
    await page.getByText('The file has no row below its heading.').waitFor();
    expect(await page.getByRole('button', { name: /^Import \d/ }).count()).toBe(0);
  });

  test('the list holds everybody, and a hostile name is no more than a name', async () => {
    const page = await screens().as('Viewer', '#/employees');
    const table = page.getByRole('region', { name: 'Employees, scrollable' });
    await table.getByRole('link').first().waitFor();
    expect(await page.getByRole('link', { name: 'Import employees' }).count()).toBe(0);
    await expectAccessible(page);
    await table.focus();
    await page.keyboard.press('End');
    await table.getByRole('link', { name: HOSTILE_NAME }).click();
    await page.getByRole('heading', { level: 1, name: `${HOSTILE_NAME} Adams` }).waitFor();
    await page.getByText('$52,000.00 a year').waitFor();
    await page.getByText('None: net pay is paid by check.').waitFor();
    await page.getByText('No run of 2026 is posted yet.').waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await expectAccessible(page);
  });

  test('a list that cannot be read says so, and is read when it is tried again', async () => {
    const page = await screens().as('Viewer', '#/hooks');
    await page.getByRole('heading', { name: 'Hooks' }).waitFor();
    await page.route('**/graphql', (route) => route.abort());
    await screens().as('Viewer', '#/employees');
    await page.getByRole('alert').getByText('The service does not answer.').waitFor();
    await page.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('region', { name: 'Employees, scrollable' }).getByRole('link').first().waitFor();
    screens().forgive('net::ERR_FAILED');
  });
});

describe('schedules', () => {
  test('each group says what comes next, and an administrator changes its cut-off', async () => {
    const page = await screens().as('Administrator', '#/schedules');
    const biweekly = page.getByRole('region', { name: 'Biweekly', exact: true });
    await biweekly.getByText('moved from Dec 25, 2026').waitFor();
    await page.getByText('Live', { exact: true }).waitFor();
    await expectAccessible(page);
    await biweekly.getByRole('button', { name: 'Change Biweekly' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Days from period end to cut-off').fill('2');
    await dialog.getByLabel('At the cut-off').selectOption({ label: 'The run starts by itself' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await biweekly.getByText('2 days after the period ends, 05:00 in America/New_York').waitFor();
    await biweekly.getByText('The run starts by itself').waitFor();
  });

  test('a new group is refused in words until it can be, and then is there for every screen', async () => {
    const page = await screens().as('Administrator', '#/schedules');
    await page.getByRole('button', { name: 'New pay group…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Id' }).fill('not an id!');
    await dialog.getByLabel('Name').fill('Weekly crew');
    await dialog.getByLabel('First day of some period').fill('2026-01-05');
    await dialog.getByRole('button', { name: 'Create pay group' }).click();
    await dialog.getByRole('alert').getByText('payGroupId').first().waitFor();
    await dialog.getByRole('textbox', { name: 'Id' }).fill('crew');
    await dialog.getByRole('button', { name: 'Create pay group' }).click();
    await page.getByRole('region', { name: 'Weekly crew', exact: true }).getByText('Planned').first().waitFor();
    await screens().as('Administrator', '#/runs');
    await page.getByLabel('Pay group').getByRole('option', { name: 'Weekly crew' }).waitFor({ state: 'attached' });
  });

  test('a viewer sees the dates and has nothing to press', async () => {
    const page = await screens().as('Viewer', '#/schedules');
    await page.getByText('moved from Dec 25, 2026').first().waitFor();
    expect(await page.getByRole('main').getByRole('button').count()).toBe(0);
  });
});

describe('hooks', () => {
  test('a hook that asks holds the run until it is answered on the screen', async () => {
    const page = await screens().as('Administrator', '#/hooks');
    await page.getByText('There are none:').waitFor();
    await page.getByRole('button', { name: 'Add a hook…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Id' }).fill('treasury');
    await dialog.getByLabel('What the run does').selectOption({ label: 'Waits for an answer' });
    await dialog.getByLabel('Minutes that it waits').fill('60');
    await dialog.getByRole('button', { name: 'Add the hook' }).click();
    await page.getByText('Waits for an answer; after 1 h 0 min it stops').waitFor();

    runId = await screens().startRun(SAMPLE_PERIOD_START_DATE);
    const { calculationHash } = await screens().readRun(runId);
    const input = { idempotencyKey: randomUUID(), runId, calculationHash: calculationHash ?? '' };
    await screens().client('approver').execute(ApprovePayrollRunDocument, { input });
    const calls = async () => (await screens().client('admin').execute(HookCallsDocument, { runId })).hookCalls;
    await expect.poll(calls).toMatchObject([{ hookId: 'treasury', status: 'WAITING' }]);

    const approver = await screens().as('Approver', '#/hooks');
    await approver.getByText('Before it is paid, since').waitFor();
    expect(await approver.getByRole('button', { name: 'Answer for treasury' }).count()).toBe(0);

    await screens().as('Administrator', '#/schedules');
    await screens().as('Administrator', '#/hooks');
    await page.getByRole('button', { name: 'Answer for treasury' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Answer for treasury' }).click();
    await dialog.getByLabel('Answer').selectOption({ label: 'The run stops here' });
    expect(await dialog.getByRole('button', { name: 'Stop the run' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Answer').selectOption({ label: 'The run continues' });
    await dialog.getByRole('button', { name: 'Continue the run' }).click();
    await page.getByText('None of the latest 20 runs waits at a hook.').waitFor();
    expect(await calls()).toMatchObject([{ status: 'COMPLETED', outcome: 'CONTINUE' }]);
  });

  test('a hook is changed and deleted', async () => {
    const page = await screens().as('Administrator', '#/hooks');
    await page.getByRole('button', { name: 'Change treasury' }).click();
    await page.getByRole('dialog').getByLabel('When', { exact: true }).selectOption({ label: 'When it fails' });
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Notifies and continues').waitFor();
    await page.getByRole('button', { name: 'Delete treasury' }).click();
    await page.getByRole('button', { name: 'Delete the hook' }).click();
    await page.getByText('There are none:').waitFor();
  });
});

describe('a payslip', () => {
  test('says how every line came about, what the employer pays, and where the money went', async () => {
    await expect.poll(async () => (await screens().readRun(runId)).status).toMatch(/PAID$/);
    const admin = screens().client('admin');
    const { payrollRunItems } = await admin.execute(PayrollRunItemsDocument, { runId, first: 1 });
    const [item] = payrollRunItems?.nodes ?? [];
    const page = await screens().as('Administrator', `#/runs/${runId}`);
    await page.getByRole('region', { name: 'Employees, scrollable' }).getByRole('link').first().click();
    await page.getByRole('heading', { level: 1, name: `Payslip of ${item?.employeeName}` }).waitFor();
    await page.getByText('identical to the cent').waitFor();
    const net = page.locator('.slip-net .number');
    expect((await net.first().textContent())?.replaceAll(/[$,]/g, '')).toBe(item?.netPay?.amount);
    await page.getByText('counts every posted run of 2026, 1 so far').waitFor();
    expect(await net.nth(1).textContent()).toContain(await net.first().textContent());

    // Every line opens, says its source, and its parts come to its amount.
    await page.locator('summary').first().click();
    await page.getByText('Source').first().waitFor();
    await expectAccessible(page);
    const lines = await page.evaluate<{ amount: string; parts: string[]; facts: string[] }[]>(`
      [...document.querySelectorAll('details')].map((line) => {
        const textsOf = (selector) => [...line.querySelectorAll(selector)].map(({ textContent }) => textContent);
        const [amount] = textsOf('summary .number');
        return { amount, parts: textsOf('.slip-step-part td:last-child'), facts: textsOf('dt') };
      })`);
    expect(lines.length).toBeGreaterThan(5);
    const centsOf = (shown: string) => Math.round(Number(shown.replaceAll(/[$,]/g, '')) * 100);
    for (const { amount, parts, facts } of lines) {
      expect(parts.map(centsOf).reduce((sum, part) => sum + part)).toBe(centsOf(amount));
      expect(facts).toEqual(['Source', 'Rule']);
    }
    await page.getByRole('region', { name: 'Employer’s part' }).getByText('Social Security').waitFor();
    await page
      .getByRole('region', { name: 'Payments' })
      .getByText(/\*{4}\d{4}|Check/)
      .first()
      .waitFor();

    await page.getByRole('button', { name: 'Prepare the PDF' }).click();
    const href = await page.getByRole('link', { name: 'Open the PDF' }).getAttribute('href');
    const pdf = await fetch(href ?? '');
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
  });

  test('an approver reads it without the year, which is part of the employee’s file', async () => {
    const admin = screens().client('admin');
    const { payrollRunItems } = await admin.execute(PayrollRunItemsDocument, { runId, first: 1 });
    const employeeId = payrollRunItems?.nodes[0]?.employeeId ?? '';
    const page = await screens().as('Approver', `#/runs/${runId}/payslips/${employeeId}`);
    await page.getByText('identical to the cent').waitFor();
    expect(await page.getByText('Year to date').count()).toBe(0);
    await screens().as('Approver', `#/runs/${runId}/payslips/emp_none`);
    await page.getByRole('heading', { name: 'No such payslip' }).waitFor();
  });

  test('an employee opens the own one, and has it as a document', async () => {
    const page = await screens().as('Employee', '#/');
    await page.getByRole('link', { name: 'Nov 27, 2026' }).click();
    await page.getByRole('heading', { level: 1, name: 'Your payslip of Nov 27, 2026' }).waitFor();
    await page.getByText('Net pay').first().waitFor();
    await page.getByRole('button', { name: 'Prepare the Web page' }).click();
    const href = await page.getByRole('link', { name: 'Open the web page' }).getAttribute('href');
    expect(await (await fetch(href ?? '')).text()).toContain('<html');
    await expectAccessible(page);
    await screens().as('Employee', '#/payslips/run_none');
    await page.getByRole('heading', { name: 'No payslip yet' }).waitFor();
  });
});

describe('API keys', () => {
  test('the secret of a new key is shown once, and a key that is revoked stays in the list', async () => {
    const page = await screens().as('Administrator', '#/api-keys');
    await page.getByText('There are none:').waitFor();
    await page.getByRole('button', { name: 'Create a key…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill(HOSTILE_NAME);
    await dialog.getByRole('button', { name: 'Create the key' }).click();
    const secret = (await dialog.locator('.new-secret code').textContent()) ?? '';
    expect(secret).toMatch(/^pk_/);
    await expectAccessible(page);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(secret);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(secret);
    await page.getByRole('rowheader', { name: HOSTILE_NAME }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    await page.getByRole('button', { name: `Revoke ${HOSTILE_NAME}` }).click();
    await page.getByRole('button', { name: 'Revoke the key' }).click();
    await page.getByText(/^Revoked /).waitFor();
    expect(await page.getByRole('button', { name: /^Revoke / }).count()).toBe(0);
  });
});

test.each(['#/employees', '#/employees/import', '#/schedules', '#/hooks', '#/api-keys'])(
  '%s fits on a phone',
  async (hash) => {
    const page = await screens().as('Administrator', hash);
    await page.setViewportSize({ width: 400, height: 800 });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page
      .getByText(/^Reading /)
      .first()
      .waitFor({ state: 'detached' });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect(overflow).toBe(0);
  },
);
