import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PayrollInputsDocument, UpsertPayrollInputsDocument } from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { expectAccessible } from './expectAccessible.ts';
import { withScreens } from './withScreens.ts';

/* What the payroll office does at its desk before and beside a run: one company, one browser, stories in order. */

const EMPLOYEES = 60;

/** A period for which the sample company has entered nothing. */
const PERIOD = '2026-10-12';

const screens = withScreens(EMPLOYEES);

/** Paid by the hour, where no state asks for more than the hours; in the order of the grid. */
const hourly = [...sampleEmployees(EMPLOYEES)]
  .map(({ employee }) => employee)
  .filter(({ compensation, workState }) => compensation?.type === 'HOURLY' && workState !== 'CA');
const [first, second] = hourly as [EmployeeInput, EmployeeInput];

const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: PERIOD };

/** What the office entered for somebody. */
async function enteredFor({ externalId }: EmployeeInput) {
  const { payrollInputs } = await screens()
    .client('admin')
    .execute(PayrollInputsDocument, { ...period, first: 100 });
  const input = payrollInputs?.nodes.find((node) => node.externalId === externalId);
  return input?.parts.find(({ source }) => source === 'office');
}

/** What somebody else enters meanwhile. */
async function enter(row: PayrollInputInput): Promise<void> {
  const input = { idempotencyKey: randomUUID(), ...period, inputs: [row] };
  const { upsertPayrollInputs } = await screens().client('admin').execute(UpsertPayrollInputsDocument, { input });
  expect(upsertPayrollInputs?.results[0]?.userErrors).toEqual([]);
}

/** As a spreadsheet puts it on the clipboard. */
const paste = (page: Page, text: string) =>
  page.evaluate(`(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', ${JSON.stringify(text)});
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector('[role=grid]').dispatchEvent(event);
  })()`);

describe('hours and earnings', () => {
  const open = async () => {
    const page = await screens().as('Administrator', `#/hours?group=${SAMPLE_PAY_GROUP_ID}&period=${PERIOD}`);
    await page.getByRole('grid').waitFor();
    await page.getByLabel('Show').selectOption('needed');
    await page.getByLabel('Find').fill('');
    return page;
  };
  const rowOf = (page: Page, employee: EmployeeInput) => page.getByRole('row').filter({ hasText: employee.externalId });
  const save = (page: Page) => page.getByRole('button', { name: /^Save/ }).click();

  test('hours that were pasted from a spreadsheet are saved, and a wrong cell is named and holds up its row alone', async () => {
    const page = await open();
    await rowOf(page, first).getByText('Hours are missing.').waitFor();
    await rowOf(page, first).getByRole('gridcell').first().click();
    await paste(page, '38.5');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight'); // over the overtime that California asks for
    await page.keyboard.type('7:30');
    await page.keyboard.press('Enter');
    await rowOf(page, second).getByRole('gridcell').first().click();
    await page.keyboard.type('forty');
    await page.keyboard.press('Tab');
    await rowOf(page, second)
      .getByText(/"forty" is not a number/)
      .waitFor();
    await expectAccessible(page);
    await save(page);
    await page.getByText('1 row is saved.').waitFor();
    const entered = await enteredFor(first);
    expect(entered?.hoursWorked.map(({ week, hours }) => [week, hours])).toEqual([
      [1, '38.5'],
      [2, '7.5'],
    ]);
    expect(await enteredFor(second)).toBeUndefined();
    await rowOf(page, second).getByRole('gridcell').first().click();
    await page.keyboard.press('Delete');
    await page.getByText(/not saved/).waitFor({ state: 'detached' });
  });

  test('what somebody else saved meanwhile is not written over before a choice', async () => {
    const page = await open();
    await rowOf(page, first).getByText('38.5').waitFor();
    await enter({
      externalId: first.externalId,
      hoursWorked: [
        { week: 1, hours: '20' },
        { week: 2, hours: '40' },
      ],
    });
    await rowOf(page, first).getByRole('gridcell').first().click();
    await page.keyboard.type('36');
    await page.keyboard.press('Enter');
    await save(page);
    await rowOf(page, first)
      .getByText(/theirs 20, yours 36/)
      .waitFor();
    expect((await enteredFor(first))?.hoursWorked[0]?.hours).toBe('20');
    await rowOf(page, first).getByRole('button', { name: 'Keep mine' }).click();
    await save(page);
    await page.getByText('1 row is saved.').waitFor();
    const entered = await enteredFor(first);
    expect(entered?.hoursWorked.map(({ hours }) => hours)).toEqual(['36', '40']);
  });

  test('the rest of a row that the grid does not show stays as it was entered', async () => {
    const earnings = [
      { type: 'BONUS', amount: '250.00', isDiscretionary: true, offCycleSequence: 2 },
      { type: 'HOLIDAY', amount: '90.00', hours: '8' },
    ] as const;
    const otherRates = [{ hours: '4', hourlyRate: '21.75' }];
    await enter({
      externalId: second.externalId,
      hoursWorked: [{ week: 1, hours: '30', otherRates }],
      earnings: earnings.map((earning) => ({ ...earning })),
    });
    const page = await open();
    await page.reload();
    await page.getByLabel('Find').fill(second.externalId);
    await rowOf(page, second).getByText('90.00').waitFor();
    await rowOf(page, second).getByRole('gridcell').first().click();
    await page.keyboard.type('31');
    await page.keyboard.press('Enter');
    await save(page);
    await page.getByText('1 row is saved.').waitFor();
    const entered = await enteredFor(second);
    expect(entered).toMatchObject({
      hoursWorked: [{ week: 1, hours: '31', otherRates: [{ hours: '4', hourlyRate: { amount: '21.75' } }] }],
      earnings: expect.arrayContaining([
        expect.objectContaining({ type: 'BONUS', isDiscretionary: true, offCycleSequence: 2 }),
        expect.objectContaining({ type: 'HOLIDAY', hours: expect.stringMatching(/^8/) as string }),
      ]),
    });
  });
});

describe('an employee’s file', () => {
  let fileOfNoa = '';

  const review = async (page: Page) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Review changes' }).click();
    return page.getByRole('dialog').getByRole('table');
  };

  test('somebody is hired, and what is changed later is shown from what to what before it is saved', async () => {
    const page = await screens().as('Administrator', '#/employees/new');
    await page.getByLabel('Employee number').fill('N-100');
    await page.getByLabel('Given name').fill('Noa');
    await page.getByLabel('Family name').fill('Berg');
    await page.getByLabel('Pay group').selectOption({ label: 'Biweekly' });
    await page.getByLabel('Hired on').fill('2026-09-01');
    await page.getByLabel('Works in').selectOption('TX');
    await page.getByLabel('Lives in').selectOption('TX');
    await page.getByLabel('Paid by').selectOption('SALARY');
    await page.getByLabel('Salary a year').fill('52,000');
    await page.getByLabel('Exempt from overtime').check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add the employee' }).click();
    await page.getByRole('heading', { name: 'Noa Berg' }).waitFor();
    await page.getByText('$52,000.00 a year').waitFor();
    fileOfNoa = new URL(page.url()).hash;

    await page.getByRole('button', { name: 'Change pay' }).click();
    await page.getByLabel('Salary a year').fill('54000');
    const table = await review(page);
    await table.getByText('$54,000.00').waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('$54,000.00 a year').waitFor();
  });

  test('a raise may hold from a day on, is listed until then, and is taken out again', async () => {
    const page = await screens().as('Administrator', fileOfNoa);
    await page.getByRole('button', { name: 'Change pay' }).click();
    await page.getByLabel('Salary a year').fill('60000');
    await page.getByLabel('Takes effect on').fill('2026-12-21');
    await (await review(page)).getByText('Dec 21, 2026').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const changes = page.getByRole('region', { name: 'Dated changes' });
    await changes.getByText('pay: $60,000.00 a year').waitFor();
    await page.getByText('$54,000.00 a year').waitFor();
    await expectAccessible(page);
    await changes.getByRole('button', { name: 'Remove the change of Dec 21, 2026' }).click();
    await changes.waitFor({ state: 'detached' });
  });

  test('people are found by a part of the name among all, and put in order', async () => {
    const page = await screens().as('Administrator', '#/employees');
    await page.getByLabel('Find by name or number').fill('noa be');
    await page.getByRole('link', { name: 'Noa Berg' }).waitFor();
    await page.getByText('1 of 61').waitFor();
    await page.getByLabel('Find by name or number').fill('');
    await page.getByLabel('Order').selectOption('latest');
    await expect.poll(() => page.locator('.employee-list a').first().textContent()).toBe('Noa Berg');
    await expectAccessible(page);
  });

  test('every part of the file can be entered, and is read back', async () => {
    const page = await screens().as('Administrator', fileOfNoa);
    const change = async (what: string, fill: (dialog: Locator) => Promise<unknown>) => {
      await page.getByRole('button', { name: what }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Review changes' }).waitFor();
      await fill(dialog);
      await review(page);
      await dialog.getByRole('button', { name: 'Save', exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await change('Change federal taxes', async (dialog) => {
      await dialog.getByLabel('Federal certificate on file').selectOption({ label: 'Form W-4 of 2020 or later' });
      await dialog.getByLabel('Step 1(c)').selectOption('SINGLE');
      await dialog.getByLabel('Step 4(c)').fill('12.50');
    });
    await change('Change deductions', async (dialog) => {
      await dialog.getByRole('button', { name: 'Add deduction' }).click();
      await dialog.getByLabel('Name').fill('dues');
      await dialog.getByLabel('Kind').selectOption('POST_TAX');
      await dialog.getByLabel('Amount each run').fill('15');
    });
    await change('Change orders', async (dialog) => {
      await dialog.getByRole('button', { name: 'Add order' }).click();
      await dialog.getByLabel('Name of the order').fill('student-1');
      await dialog.getByLabel('Kind').selectOption('STUDENT_LOAN');
      await dialog.getByLabel('Received on').fill('2026-09-15');
    });
    await change('Change direct deposit', async (dialog) => {
      await dialog.getByRole('button', { name: 'Add account' }).click();
      await dialog.getByLabel('Routing number').fill('123456780');
      await dialog.getByLabel('Account number').fill('4455667788');
    });
    await change('Change person and job', (dialog) => dialog.getByLabel('Last day of employment').fill('2026-10-20'));
    for (const shown of ['$12.50', 'dues', 'Student loan', '****7788', 'Oct 20, 2026'])
      await page.getByText(shown).first().waitFor();
  });
});

describe('runs beside the regular one', () => {
  test('a bonus run shows whom it pays and how much before it is started', async () => {
    const query = `group=${SAMPLE_PAY_GROUP_ID}&period=${PERIOD}`;
    const page = await screens().as('Administrator', `#/hours?${query}&run=1`);
    await page.getByLabel('Find').fill(first.externalId);
    const cell = page.getByRole('row').filter({ hasText: first.externalId }).getByRole('gridcell');
    await cell.nth(1).click(); // the discretionary one: it raises no overtime
    await page.keyboard.type('400');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^Save/ }).click();
    await page.getByText('1 row is saved.').waitFor();

    await screens().as('Administrator', `#/runs/start?${query}&type=BONUS`);
    await page.getByText('pays 1 employee $400.00 gross').waitFor();
    await page.getByRole('button', { name: 'Preview the pay' }).click();
    await page.getByText(/^\$400.00 gross, \$\d+\.\d\d net$/).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.locator('.run-facts').getByText('Bonus run').waitFor();
    await page.locator('.run-facts .badge').getByText('Awaiting approval').waitFor();
  });

  test('who leaves is paid by a final pay run, chosen by name', async () => {
    const query = `group=${SAMPLE_PAY_GROUP_ID}&period=${PERIOD}&type=TERMINATION`;
    const page = await screens().as('Administrator', `#/runs/start?${query}`);
    await page.getByLabel('Pay Noa Berg').uncheck();
    await page.getByText('Choose who is to be paid.').waitFor();
    await page.getByLabel('Pay Noa Berg').check();
    await page.getByRole('button', { name: 'Start the run' }).click();
    await page.locator('.run-facts').getByText('Termination run').waitFor();
    await page.locator('.run-facts .badge').getByText('Awaiting approval').waitFor();
  });
});

describe('settings', () => {
  test('the company, a rate and an account are changed, and who changed the approvals is listed', async () => {
    const page = await screens().as('Administrator', '#/settings');
    await page.getByRole('button', { name: 'Change the company' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Two approvers above').fill('10');
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await dialog.getByText('10%').waitFor();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('When a figure changes by more than 10%').waitFor();
    await page.getByText('Two approvers above a change of').waitFor();

    await page.getByRole('button', { name: 'Change Payroll account' }).click();
    await dialog.getByLabel('Bank', { exact: true }).fill('First Bank');
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('First Bank').waitFor();
    await page.getByText('Nothing was given up.').waitFor();
    await expectAccessible(page);
  });
});

test('an empty company is led to its first run, step by step', async () => {
  const page = await screens().openPage();
  await page.goto(screens().dashboard.url);
  await page.getByLabel('Email').fill(SAMPLE_USERS.stranger.username);
  await page.getByLabel('Password').fill(SAMPLE_PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const save = async () => {
    await dialog.getByRole('button', { name: 'Review changes' }).click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  await page.getByRole('button', { name: 'Enter the company…' }).click();
  await expectAccessible(page);
  await dialog.getByLabel('Name of the company').fill('Berg & Sons');
  await save();
  await page.getByRole('button', { name: 'Enter the rates…' }).click();
  await dialog.getByRole('button', { name: 'Add state' }).click();
  await dialog.getByLabel('State', { exact: true }).selectOption('TX');
  await dialog.getByLabel('Rate in percent').fill('2.7');
  await dialog.getByLabel('Wage base').fill('9000');
  await save();
  await page.getByRole('button', { name: 'Add the account…' }).click();
  await dialog.getByLabel('Id', { exact: true }).fill('main');
  await dialog.getByLabel('Name', { exact: true }).fill('Payroll account');
  await dialog.getByLabel('Bank', { exact: true }).fill('First Bank');
  await dialog.getByLabel('Routing number').fill('123456780');
  await dialog.getByLabel('Account number').fill('990011223');
  await dialog.getByLabel('Company identification').fill('1234567890');
  await dialog.getByLabel('Name on statements').fill('BERG AND SONS');
  await save();
  await page.getByRole('button', { name: 'Add a pay group…' }).click();
  await dialog.getByLabel('Id', { exact: true }).fill('weekly');
  await dialog.getByLabel('Name', { exact: true }).fill('Weekly');
  await dialog.getByLabel('Paid', { exact: true }).selectOption('WEEKLY');
  await dialog.getByLabel('First day of some period').fill('2026-11-09');
  await dialog.getByLabel('Paid from').selectOption('main');
  await dialog.getByRole('button', { name: 'Create pay group' }).click();
  await page.getByRole('region', { name: 'Pay dates of Weekly' }).getByRole('row').nth(6).waitFor();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Add one' }).click();
  await page.getByLabel('Employee number').fill('1');
  await page.getByLabel('Given name').fill('Ida');
  await page.getByLabel('Family name').fill('Berg');
  await page.getByLabel('Pay group').selectOption('weekly');
  await page.getByLabel('Hired on').fill('2026-11-02');
  await page.getByLabel('Works in').selectOption('TX');
  await page.getByLabel('Lives in').selectOption('TX');
  await page.getByLabel('Paid by').selectOption('HOURLY');
  await page.getByLabel('Rate an hour').fill('25');
  await page.getByRole('button', { name: 'Add the employee' }).click();
  await page.getByRole('link', { name: 'Enter it' }).click();
  await dialog.getByLabel('Federal certificate on file').selectOption({ label: 'Form W-4 of 2020 or later' });
  await dialog.getByLabel('Step 1(c)').selectOption('SINGLE');
  await save();

  await page.goto(`${screens().dashboard.url}#/`);
  await page.getByRole('link', { name: 'Enter hours' }).click();
  await page.getByLabel('Pay period').selectOption('2026-11-09');
  await page.getByRole('row').filter({ hasText: 'Ida Berg' }).getByRole('gridcell').first().click();
  await page.keyboard.type('40');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+s');
  await page.getByText('1 row is saved.').waitFor();
  await page.goto(`${screens().dashboard.url}#/runs/start?group=weekly&period=2026-11-09`);
  await page.getByText('1 employee would be paid').waitFor();
  await page.getByRole('button', { name: 'Start the run' }).click();
  await page.locator('.run-facts .badge').getByText('Awaiting approval').waitFor();
  await page.getByText('$1,000.00').first().waitFor();
  await page.context().close();
});
