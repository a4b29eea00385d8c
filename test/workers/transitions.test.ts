import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NEXT_STATUSES, type RunStatus } from '../../payroll/runStatus.ts';
import { getRun, moveItems, moveRun, newRunItems, noteItems, type RunRecord } from '../../table/payrollRun.ts';
import { transact } from '../../table/transact.ts';
import { openTables } from './openTables.ts';

/* One table says which status may follow which, and nothing gets past it into the other table. */

const STATUSES = Object.keys(NEXT_STATUSES) as RunStatus[];
const AT = '2026-11-24T15:00:00.000Z';
const CAUSE = { actor: 'somebody', at: AT };

let tables: Awaited<ReturnType<typeof openTables>>;
let runs = 0;

beforeAll(async () => {
  tables = await openTables();
  await tables.fresh();
});
afterAll(() => tables.close());

async function runWith(status: RunStatus): Promise<RunRecord> {
  const { run, items } = newRunItems({
    companyId: 'acme',
    runId: `run_${++runs}`,
    payGroupId: 'biweekly',
    type: 'REGULAR',
    sequence: 1,
    period: { startDate: '2026-11-09' } as RunRecord['period'],
    status,
    approvalPolicy: 'REQUIRED',
    selfApprovalAllowed: false,
    startedBy: 'somebody',
    startedAt: AT,
  });
  expect(await transact(items)).toEqual({});
  return run;
}

const inTable = ({ companyId, runId }: RunRecord) => getRun(companyId, runId);

describe.each(STATUSES)('a run that is %s', (from) => {
  const allowed = NEXT_STATUSES[from] as readonly RunStatus[];

  test('moves where the table leads, and nowhere else', async () => {
    for (const to of STATUSES) {
      const run = await runWith(from);
      const answer = await moveRun(run, to, CAUSE);
      const [status, version] = allowed.includes(to) ? [to, 2] : [from, 1];
      expect(answer, `${from} to ${to}`).toMatchObject({ moved: version === 2, run: { status, version } });
      expect(await inTable(run)).toMatchObject({ status, version });
      if (to !== from && !allowed.includes(to))
        expect(() => moveItems(run, to, CAUSE)).toThrow(`${to} never follows ${from}`);
    }
  });

  test.runIf(allowed.length > 0)(
    'is moved by the first of two who saw it, and the other is told where to',
    async () => {
      for (const to of allowed) {
        const run = await runWith(from);
        const answers = await Promise.all([moveRun(run, to, CAUSE), moveRun(run, to, CAUSE)]);
        expect(answers.filter(({ moved }) => moved)).toHaveLength(1);
        for (const answer of answers) expect(answer.run).toMatchObject({ status: to, version: 2 });
        expect(await inTable(run)).toMatchObject({ status: to, version: 2 });
      }
    },
  );
});

test('what is noted in a run meanwhile does not stand in the way of who moves it', async () => {
  const run = await runWith('AWAITING_APPROVAL');
  await transact(noteItems(run, { ...CAUSE, reason: 'Approval 1 of 2.' }).items);
  expect(await moveRun(run, 'CANCELLED', CAUSE)).toMatchObject({ moved: true, run: { version: 3 } });
  expect(await inTable(run)).toMatchObject({ status: 'CANCELLED', version: 3 });
});

test('a run that is calculated again forgets what was established before', async () => {
  const run = await runWith('AWAITING_APPROVAL');
  const asked = await moveRun(run, 'PREPARING', CAUSE, { calculationHash: 'old', failedCount: 2 });
  const again = await moveRun(asked.run, 'CALCULATING', CAUSE, { calculationHash: undefined, failedCount: 0 });
  for (const known of [again.run, await inTable(run)]) {
    expect(known).not.toHaveProperty('calculationHash');
    expect(known).toMatchObject({ failedCount: 0, status: 'CALCULATING' });
  }
});
