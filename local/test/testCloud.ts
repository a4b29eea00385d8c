import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Caller } from '../src/Caller.ts';
import { VirtualClock } from '../src/Clock.ts';
import type { Cloud } from '../src/Cloud.ts';
import { NO_FAULTS } from '../src/Faults.ts';

/** A caller whose policies allow everything, for tests that are not about IAM. */
export const ROOT: Caller = { arn: 'arn:aws:iam::000000000000:root', allows: () => true };

/** A caller whose policies allow exactly the listed `action resource` pairs. */
export function callerAllowed(...grants: `${string} ${string}`[]): Caller {
  const granted = new Set<string>(grants);
  return {
    arn: 'arn:aws:sts::000000000000:assumed-role/test/session',
    allows: (action, resource) => granted.has(`${action} ${resource}`),
  };
}

const dataDirectories: string[] = [];

function removeDataDirectories(): void {
  for (const directory of dataDirectories.splice(0)) rmSync(directory, { recursive: true, force: true });
}

process.once('exit', removeDataDirectories);
// Vitest ends its workers so, which would pass over `exit`.
process.once('SIGTERM', () => {
  removeDataDirectories();
  process.kill(process.pid, 'SIGTERM');
});

/** An empty folder that goes with the process. */
export function emptyDataDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'payroll-test-'));
  dataDirectories.push(directory);
  return directory;
}

/** An account with a virtual clock and an empty data directory, where a hop that the test did not provide throws. */
export function testCloud(overrides: Partial<Cloud> = {}): Cloud & { clock: VirtualClock } {
  const missing = (hop: string) => () => Promise.reject(new Error(`this test provides no ${hop}`));
  let seed = 1;
  return {
    accountId: '000000000000',
    region: 'us-east-1',
    faults: NO_FAULTS,
    dataDirectory: overrides.dataDirectory ?? emptyDataDirectory(),
    random: () => (seed = (seed * 16807) % 2147483647) / 2147483647,
    callerOfRole: () => ROOT,
    call: missing('service call'),
    invokeLambda: missing('Lambda'),
    executeGraphql: missing('AppSync'),
    getObject: missing('S3 read'),
    putObject: missing('S3 write'),
    ...overrides,
    clock: (overrides.clock as VirtualClock | undefined) ?? new VirtualClock(Date.parse('2026-01-05T09:00:00Z')),
  };
}
