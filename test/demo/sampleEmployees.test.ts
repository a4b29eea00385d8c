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

test('somebody works in every state, and somebody is taxed by every locality, that there are rules for', () => {
  const states = seen(({ employee }) => [employee.workState]);
  expect(registry.states.map(({ state }) => state).filter((state) => !states.has(state))).toEqual([]);
  const localities = seen(({ employee }) => employee.localTaxes?.map(({ jurisdiction }) => jurisdiction) ?? []);
  const supported = registry.states
    .flatMap(({ localTaxes }) => localTaxes ?? [])
    .map(({ jurisdiction }) => jurisdiction);
  expect(supported.filter((jurisdiction) => !localities.has(jurisdiction))).toEqual([]);
});

test('there are deductions, orders and earnings of nearly every kind', () => {
  expect(seen(({ employee }) => employee.deductions?.map(({ type }) => type) ?? []).size).toBe(8);
  expect(seen(({ employee }) => employee.garnishments?.map(({ type }) => type) ?? []).size).toBe(7);
  expect(seen(({ payInputs }) => payInputs?.earnings?.map(({ type }) => type) ?? []).size).toBe(8);
});
