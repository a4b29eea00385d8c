import { type ErrorCode, type Refusal, refuse } from '../../payroll/errors.ts';
import { isFinal, makesRoom } from '../../payroll/runStatus.ts';
import { getPeriodChanges } from '../../table/changes.ts';
import { tableName } from '../../table/documentClient.ts';
import { runKey } from '../../table/keys.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import type { TransactItem } from '../../table/transact.ts';
import { runIdIn, type StartFacts } from './StartFacts.ts';

/** The checks that go into the transaction that makes a run: that the runs beside it still leave room for it. */
type Room = { items: TransactItem[] } | Refusal<ErrorCode>;

/** Whether the other runs of the period leave room for another one. */
export function roomFor(facts: StartFacts): Promise<Room> | Room {
  switch (facts.type) {
    case 'REGULAR':
      return facts.sequence > 1 ? roomForNextRegular(facts) : { items: [] };
    case 'OFF_CYCLE':
      return roomBesideSibling(facts, 'BONUS');
    case 'BONUS':
      return roomBesideSibling(facts, 'OFF_CYCLE');
    case 'TERMINATION':
      return roomForTermination(facts);
    case 'CORRECTION':
    case 'REVERSAL':
      return { items: [] };
  }
}

/** A period is paid once: only a regular run that pays nobody makes room for the next one. */
async function roomForNextRegular(facts: StartFacts): Promise<Room> {
  const { companyId, periodStartDate, sequence } = facts;
  const earlier = await getRun(companyId, runIdIn(facts, { sequence: sequence - 1 }));
  if (earlier && makesRoom(earlier)) return { items: [unchanged(earlier)] };
  return refuse(
    'INVALID_STATE',
    `Sequence ${sequence} of the period ${periodStartDate} needs sequence ${sequence - 1} to be CANCELLED, REJECTED or VOIDED, or FAILED before it was approved; it is ${earlier ? statusInWords(earlier) : 'not there'}.`,
    resolutionFor(earlier, sequence),
    'sequence',
  );
}

function resolutionFor(earlier: RunRecord | undefined, sequence: number): string {
  if (!earlier) return `Start sequence ${sequence - 1} first.`;
  if (earlier.status === 'FAILED') return 'Go on with it by redrivePayrollRun.';
  if (isFinal(earlier.status) || earlier.paidAt !== undefined)
    return 'The period is settled; start an OFF_CYCLE run for what it lacks.';
  return 'Wait for that run, or cancel it if it must not be paid.';
}

/** An earning is entered for a sequence, and not for a type: two runs of both types would pay it twice. */
async function roomBesideSibling(facts: StartFacts, type: 'OFF_CYCLE' | 'BONUS'): Promise<Room> {
  const siblingId = runIdIn(facts, { type });
  const sibling = await getRun(facts.companyId, siblingId);
  if (!sibling) return { items: [absent(facts.companyId, siblingId)] };
  if (makesRoom(sibling)) return { items: [unchanged(sibling)] };
  return refuse(
    'INVALID_STATE',
    `The earnings of sequence ${facts.sequence} are paid by run "${siblingId}", a ${type} run that is ${sibling.status}.`,
    `Start sequence ${facts.sequence + 1}, and enter its earnings with that offCycleSequence.`,
    'sequence',
  );
}

/** The last pay of a few comes out of the period before its regular run is approved, and that one leaves them out. */
async function roomForTermination(facts: StartFacts): Promise<Room> {
  const { companyId, payGroupId, periodStartDate, sequence } = facts;
  const [{ approvedBy }, earlier] = await Promise.all([
    getPeriodChanges(companyId, payGroupId, periodStartDate),
    sequence > 1 ? getRun(companyId, runIdIn(facts, { sequence: sequence - 1 })) : undefined,
  ]);
  if (approvedBy !== undefined)
    return refuse(
      'PERIOD_CLOSED',
      `The period from ${periodStartDate} is paid by run "${approvedBy}", which is approved.`,
      'Pay what is missing by an OFF_CYCLE run, or end the employment in the next period.',
      'periodStartDate',
    );
  if (sequence === 1 || earlier) return { items: [] };
  return refuse(
    'INVALID_STATE',
    `Sequence ${sequence} of the period ${periodStartDate} needs sequence ${sequence - 1}, which is not there.`,
    `Start sequence ${sequence - 1} first.`,
    'sequence',
  );
}

const statusInWords = ({ status, failedFrom }: RunRecord) => (failedFrom ? `${status}, ${failedFrom} before` : status);

/** Nobody redrove the run since it was read. */
const unchanged = ({ companyId, runId, version }: RunRecord): TransactItem => ({
  ConditionCheck: {
    TableName: tableName(),
    Key: runKey(companyId, runId),
    ConditionExpression: 'version = :seen',
    ExpressionAttributeValues: { ':seen': version },
  },
});

const absent = (companyId: string, runId: string): TransactItem => ({
  ConditionCheck: {
    TableName: tableName(),
    Key: runKey(companyId, runId),
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});
