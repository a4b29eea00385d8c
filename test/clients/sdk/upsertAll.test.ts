import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { upsertAllEmployees } from '../../../clients/sdk/upsertAll.ts';
import { VirtualTime } from './simulation/VirtualTime.ts';

const time = new VirtualTime();
beforeEach(() => time.install());
afterEach(() => void vi.unstubAllGlobals());

const employees = Array.from({ length: 100 }, (_, index) => ({
  externalId: `E${index}`,
  payGroupId: 'biweekly',
  givenName: 'Ana',
  familyName: 'Reyes',
  workState: 'TX',
  hireDate: '2026-01-05',
}));

/** A service whose firewall blocks the calls before `openAtMs`, and which then takes every row. */
function clientBehindFirewall(openAtMs: number) {
  const keys: string[] = [];
  const client = new PayrollClient({
    endpoint: 'https://payroll.example/graphql',
    token: 'key secret',
    fetch: (_endpoint, { body } = {}) => {
      const { variables } = JSON.parse(body as string) as {
        variables: { input: { idempotencyKey: string; employees: { externalId: string }[] } };
      };
      const { idempotencyKey, employees } = variables.input;
      if (time.nowMs < openAtMs) {
        const errors = [{ errorType: 'WAFForbiddenException', message: '403 Forbidden' }];
        return Promise.resolve(new Response(JSON.stringify({ errors }), { status: 403 }));
      }
      keys.push(idempotencyKey);
      const results = employees.map(({ externalId }) => ({ externalId, outcome: 'CREATED', userErrors: [] }));
      return Promise.resolve(new Response(JSON.stringify({ data: { upsertEmployees: { results, userErrors: [] } } })));
    },
  });
  return { client, keys };
}

test('an import that the firewall stops says so once a pause, and goes on by itself until every row is answered', async () => {
  const { client, keys } = clientBehindFirewall(time.nowMs + 70_000);
  const pauses: number[] = [];
  const results = await time.passUntil(
    upsertAllEmployees(client, employees, { idempotencyKey: 'import', onBlocked: (pauseMs) => pauses.push(pauseMs) }),
  );
  expect(results.map(({ externalId }) => externalId)).toEqual(employees.map(({ externalId }) => externalId));
  expect(pauses).toEqual([30_000, 30_000, 30_000]);
  expect(new Set(keys).size).toBe(keys.length);
});

test('a firewall that never opens again ends the import with its error after ten minutes', async () => {
  const { client } = clientBehindFirewall(Number.POSITIVE_INFINITY);
  const startedAtMs = time.nowMs;
  const refused = time.passUntil(upsertAllEmployees(client, employees, { idempotencyKey: 'import' }));
  await expect(refused).rejects.toMatchObject({ code: 'WAFForbiddenException' });
  expect(time.nowMs - startedAtMs).toBe(600_000);
});
