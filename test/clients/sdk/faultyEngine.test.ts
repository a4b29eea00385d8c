import { afterAll, beforeAll, expect, test } from 'vitest';
import { CancelPayrollRunDocument } from '../../../clients/generated/operations/graphql.ts';
import { PayrollClient } from '../../../clients/sdk/PayrollClient.ts';
import { isResting } from '../../../clients/sdk/runPhases.ts';
import { openPayrollOffice, type PayrollOffice, startInput } from '../../acceptance/payrollOffice.ts';
import { readRunInTable } from '../../acceptance/payrollTable.ts';
import { faultySocket, noFaultsYet } from './simulation/faultySocket.ts';
import { seededRandom } from './simulation/seededRandom.ts';

/* The same bad line as in the simulation, between the client and the real engine. */

const EMPLOYEES = 400;
const RUNS = 4;

let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES });
});
afterAll(() => office.close());

test('over a bad line, what the client knows of the engine’s runs is what the table holds', async () => {
  const done = noFaultsYet();
  const random = seededRandom(2026);
  const client = new PayrollClient({
    endpoint: `${office.aws.endpoint}/graphql`,
    token: () => office.admin.token(),
    webSocket: faultySocket(WebSocket, {
      random,
      share: 0.3,
      cutShare: 0.1,
      longestDelayMs: 300,
      spares: (text) => !text.includes('"data"'), // an acknowledgement that is lost costs 15 seconds
      done,
    }),
  });
  for (let sequence = 1; sequence <= RUNS; sequence++) {
    const input = startInput({ idempotencyKey: `start ${sequence}`, sequence });
    const end = await client.startAndWatchRun(input, { until: isResting, employees: true }).finished();
    const { employees, totals } = await readRunInTable(office.aws, end.runId);
    expect(end).toMatchObject({ status: 'AWAITING_APPROVAL', doneCount: EMPLOYEES, failedCount: totals.failedCount });
    expect(new Map(end.employees)).toEqual(employees);
    await client.command(CancelPayrollRunDocument, { runId: end.runId, reason: 'Another one follows.' });
  }
  client.close();
  expect(done.DROP + done.DELAY + done.OVERTAKE + done.DOUBLE).toBeGreaterThan(0);
});
