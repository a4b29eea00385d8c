import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COMPENSATIONS } from '../../workflows/compensations.ts';

interface State {
  Type: string;
}

const { States } = JSON.parse(
  readFileSync(new URL('../../workflows/payrollRun.asl.json', import.meta.url), 'utf8'),
) as { States: Record<string, State> };

/** States that only look at what they were given have no effect. */
const HAS_EFFECT = ['Task', 'Map', 'Parallel'];

test('every step of the workflow that has an effect says what undoes it, or why nothing needs to', () => {
  const steps = Object.entries(States).filter(([, { Type }]) => HAS_EFFECT.includes(Type));
  expect(Object.keys(COMPENSATIONS).sort()).toEqual(steps.map(([name]) => name).sort());
});

test('what undoes a step is a mutation of the contract', () => {
  const schema = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
  for (const [step, compensation] of Object.entries(COMPENSATIONS))
    if ('undoneBy' in compensation) expect(schema, step).toContain(`  ${compensation.undoneBy}(input:`);
});
