import type { PayrollRunStatus } from '../../../../clients/generated/schema.ts';
import type { SimulatedService } from './SimulatedService.ts';
import type { VirtualTime } from './VirtualTime.ts';

const ENDS: readonly (readonly PayrollRunStatus[])[] = [
  ['APPROVED', 'PAYING', 'PAID'],
  ['APPROVED', 'PAYING', 'PAID'],
  ['APPROVED', 'PAYING', 'PARTIALLY_PAID'],
  ['REJECTED'],
  ['CANCELLED'],
  ['FAILED'],
];

/** Lets a run go through its life in the table: fast or slow, with employees who fail and are calculated again or left out. */
export async function lifeOfRun(service: SimulatedService, time: VirtualTime, random: () => number): Promise<void> {
  const upTo = (limit: number) => Math.floor(random() * limit);
  const takes = (longestMs: number) => new Promise<void>((resolve) => time.after(random() * longestMs, resolve));
  const { run } = service;
  const segments = Array.from({ length: 1 + upTo(25) }, (_, segment) =>
    Array.from({ length: 1 + upTo(5) }, (_, index) => `emp_${segment}_${index}`),
  );
  run.employeeCount = segments.flat().length;
  const speedMs = random() < 0.5 ? 60 : 2_000;
  await takes(500);
  service.setStatus('PREPARING');
  await takes(speedMs);
  service.setStatus('CALCULATING');
  for (const employeeIds of segments) {
    await takes(speedMs);
    service.closeSegment(
      employeeIds.map((employeeId) => ({ employeeId, status: random() < 0.1 ? 'FAILED' : 'CALCULATED' })),
    );
  }
  await takes(speedMs);
  service.setStatus(random() < 0.3 ? 'BLOCKED' : 'AWAITING_APPROVAL');
  const failed = [...run.employees].filter(([, status]) => status === 'FAILED').map(([employeeId]) => employeeId);
  if (failed.length > 0 && random() < 0.7) {
    await takes(20_000);
    service.setStatus('CALCULATING');
    await takes(speedMs);
    service.closeSegment(
      failed.map((employeeId) => ({ employeeId, status: random() < 0.3 ? 'EXCLUDED' : 'CALCULATED' })),
    );
    service.setStatus('AWAITING_APPROVAL');
  }
  await takes(30_000);
  for (const status of ENDS[upTo(ENDS.length)] ?? []) {
    service.setStatus(status);
    await takes(speedMs);
  }
}
