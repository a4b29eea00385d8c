import { expect, test } from 'vitest';
import { type SampleEmployee, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { registry } from '../../payroll/jurisdictions/registry.ts';

/* The sample company shows all that the payroll rules have. */

const samples = [...sampleEmployees(3_000)];

/** The distinct values that the sample has of something. */
const seen = (valuesOf: (sample: SampleEmployee) => readonly (string | null | undefined)[]) =>
  new Set(samples.flatMap(valuesOf));

test('the same employees come every time, and a small company is the beginning of a large one', () => {
  expect([...sampleEmployees(200)]).toEqual(samples.slice(0, 200));
});

test('somebody works in every state, and somebody pays every local tax, that there are rules for', () => {
  const states = seen(({ employee }) => [employee.workState]);
  expect(registry.states.map(({ state }) => state).filter((state) => !states.has(state))).toEqual([]);
  const localities = seen(({ employee }) => employee.localTaxes?.map(({ jurisdiction }) => jurisdiction) ?? []);
  // The counties of Maryland are one tax with a table for each.
  const supported = registry.states.flatMap(({ localTaxes }) => localTaxes ?? []);
  const paid = new Set(supported.filter(({ jurisdiction }) => localities.has(jurisdiction)).map(({ code }) => code));
  expect(supported.map(({ code }) => code).filter((code) => !paid.has(code))).toEqual([]);
});

test('there are deductions, orders and earnings of nearly every kind', () => {
  expect(seen(({ employee }) => employee.deductions?.map(({ type }) => type) ?? []).size).toBe(8);
  expect(seen(({ employee }) => employee.garnishments?.map(({ type }) => type) ?? []).size).toBe(7);
  expect(seen(({ payInputs }) => payInputs?.earnings?.map(({ type }) => type) ?? []).size).toBe(8);
});
