/**
 * `startPayrollRun` under load: 50 callers at the same time, each starting runs of other periods, through the socket, the
 * firewall, the token check, the resolver, the worker, one transaction and the queue.
 *
 * Measured: time from sending to the answer. Not measured: the runs themselves, which continue meanwhile and take their share
 * of the machine, as they would.
 *
 *     node bench/startCalls.ts
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartPayrollRunDocument, UpsertPayGroupDocument } from '../clients/generated/operations/graphql.ts';
import { freePort } from '../demo/freePort.ts';
import { SAMPLE_USERS } from '../demo/sampleUsers.ts';
import { seedSampleCompany } from '../demo/seedSampleCompany.ts';
import { startEngine } from '../demo/startEngine.ts';

const CALLERS = 50;
const CALLS_EACH = 10;

export interface StartCallFigures {
  calls: number;
  p50Ms: number;
  p99Ms: number;
}

export async function startCalls(): Promise<StartCallFigures> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-bench-'));
  const { aws, clientOf } = await startEngine({ dataDirectory, port: await freePort() });
  const admin = clientOf(SAMPLE_USERS.admin);
  try {
    await seedSampleCompany(admin, 1, () => {});
    const groups = Array.from({ length: CALLERS }, (_, caller) => `group-${caller}`);
    for (const payGroupId of groups) {
      const input = { idempotencyKey: payGroupId, payGroupId, name: payGroupId, anchorDate: '2026-01-05' };
      await admin.execute(UpsertPayGroupDocument, { input: { ...input, frequency: 'WEEKLY' } });
    }
    const tookMs: number[] = [];
    await Promise.all(
      groups.map(async (payGroupId) => {
        for (let week = 0; week < CALLS_EACH; week++) {
          const periodStartDate = new Date(Date.UTC(2026, 0, 5 + 7 * week)).toISOString().slice(0, 10);
          const input = { idempotencyKey: `${payGroupId} ${periodStartDate}`, payGroupId, periodStartDate };
          const sentAt = performance.now();
          const { startPayrollRun } = await admin.execute(StartPayrollRunDocument, { input });
          if (!startPayrollRun?.run) throw new Error(startPayrollRun?.userErrors[0]?.message ?? 'no answer');
          tookMs.push(performance.now() - sentAt);
        }
      }),
    );
    tookMs.sort((a, b) => a - b);
    const quantile = (share: number) => Math.round(tookMs[Math.floor((tookMs.length - 1) * share)] ?? NaN);
    return { calls: tookMs.length, p50Ms: quantile(0.5), p99Ms: quantile(0.99) };
  } finally {
    admin.close();
    await aws.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  }
}

if (import.meta.main) console.log(await startCalls());
