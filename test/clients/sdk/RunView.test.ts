import { expect, test } from 'vitest';
import { RunView } from '../../../clients/sdk/RunView.ts';

const message = (sequence: number, ...changed: [string, 'CALCULATED' | 'FAILED'][]) => ({
  sequence,
  employeeCount: 10,
  calculatedCount: sequence,
  failedCount: 0,
  excludedCount: 0,
  changed: changed.map(([employeeId, status]) => ({ employeeId, status })),
});
const read = (sequence: number) => ({ ...message(sequence), changed: null });

test('counts are those of the highest sequence, whatever comes later', () => {
  const view = new RunView('run_1');
  for (const sequence of [3, 1, 2, 3]) view.takeProgress(message(sequence));
  expect(view).toMatchObject({ sequence: 3, calculatedCount: 3, doneCount: 3, isMissingMessages: false });
});

test('the status is that of the highest version', () => {
  const view = new RunView('run_1');
  view.takeStatus({ status: 'CALCULATING', version: 3 });
  view.takeStatus({ status: 'PREPARING', version: 2 });
  expect(view.status).toBe('CALCULATING');
});

test('what became of an employee is what the highest sequence says', () => {
  const view = new RunView('run_1');
  view.takeProgress(message(2, ['emp_1', 'CALCULATED']));
  view.takeProgress(message(1, ['emp_1', 'FAILED'], ['emp_2', 'FAILED']));
  expect([...view.employees]).toEqual([
    ['emp_1', 'CALCULATED'],
    ['emp_2', 'FAILED'],
  ]);
  expect(view.repeatedEmployees).toBe(1);
});

test('a gap is missing until it is filled, by the message or by a read of the employees', () => {
  const view = new RunView('run_1');
  view.takeProgress(read(0));
  view.takeProgress(message(1));
  view.takeProgress(message(4));
  expect(view).toMatchObject({ isMissingMessages: true, isMissingEmployees: true });
  view.takeProgress(message(3));
  view.takeProgress(message(2));
  expect(view).toMatchObject({ isMissingMessages: false, isMissingEmployees: false });
  view.takeProgress(message(6));
  view.takeEmployees(new Map([['emp_1', 'CALCULATED']]), 6);
  expect(view).toMatchObject({ isMissingMessages: false, isMissingEmployees: false });
});

test('who comes late misses employees, and waits for no message of before', () => {
  const view = new RunView('run_1');
  view.takeProgress(read(5));
  expect(view).toMatchObject({ isMissingMessages: false, isMissingEmployees: true });
  view.takeProgress(message(7));
  expect(view.isMissingMessages).toBe(true);
  view.takeProgress(message(6));
  expect(view).toMatchObject({ isMissingMessages: false, isMissingEmployees: true });
});

test('employees that are read replace what older messages told, and leave what newer ones did', () => {
  const view = new RunView('run_1');
  view.takeProgress(message(1, ['emp_1', 'FAILED'], ['emp_gone', 'CALCULATED']));
  view.takeProgress(message(3, ['emp_2', 'CALCULATED']));
  view.takeEmployees(
    new Map([
      ['emp_1', 'CALCULATED'],
      ['emp_2', 'FAILED'],
    ]),
    2,
  );
  expect([...view.employees]).toEqual([
    ['emp_1', 'CALCULATED'],
    ['emp_2', 'CALCULATED'],
  ]);
});
