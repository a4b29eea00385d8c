import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { PayrollInputsDocument, UpsertPayrollInputsDocument } from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PAY_GROUP_ID, sampleEmployees } from '../../demo/sampleEmployees.ts';
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
