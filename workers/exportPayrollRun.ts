import { createHash } from 'node:crypto';
import type { Operation } from '../clients/generated/schema.ts';
import { refuse } from '../payroll/errors.ts';
import { isCalculated, isPosted } from '../payroll/runStatus.ts';
import { EXPORT_DAYS } from '../table/exportDays.ts';
import { getOperation, newOperation, type OperationRecord } from '../table/operation.ts';
import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { announceExportStep } from './bus/announceExportStep.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { invalidInput, runNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { operationOf } from './exports/operationOf.ts';

/** What the directory of a ZIP archive can count without the extension for larger ones. */
const MOST_FILES = 65_535;

interface ExportedPayrollRun {
  /** Without the address of its file, which `Query.operation` gives. */
  operation?: Operation;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.exportPayrollRun: notes what is asked for and lets `runExport` begin. */
export const handler = mutationHandler(
  async (event: MutationEvent<'exportPayrollRun'>): Promise<ExportedPayrollRun> => {
    const { companyId } = event.caller;
    const nowMs = Date.now();
    const outcome = await answerOnce(event, nowMs, () => decide(event, nowMs));
    if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const { operationId } = outcome.answer;
    const operation = await getOperation(companyId, operationId);
    if (!operation) return { replayed: outcome.replayed, userErrors: [userErrorOf(expired(operationId).error)] };
    // An earlier call may have died before it came to this; an export that is begun twice writes the same pieces.
    if (operation.status === 'QUEUED') await announceExportStep({ companyId, operationId, fromSegment: 0 });
    return { operation: operationOf(operation, undefined), replayed: outcome.replayed, userErrors: [] };
  },
);

async function decide(
  { caller, mutation, input }: MutationEvent<'exportPayrollRun'>,
  nowMs: number,
): Promise<Decision<{ operationId: string }>> {
  const { companyId, actor } = caller;
  const { runId, report, format, idempotencyKey } = input;
  const formats = report === 'PAYSLIPS' ? ['PDF', 'HTML'] : ['CSV', 'JSONL'];
  if (!formats.includes(format))
    return invalidInput('format', format, `${formats.join(' or ')} for ${report}`, 'Choose another format or report.');
  const run = await getRun(companyId, runId);
  if (!run) return runNotFound(runId);
  const isThere = report === 'JOURNAL' ? isPosted(run.status) : isCalculated(run.status);
  if (!isThere) return notThere(run, report);
  const employeeCount = run.employeeCount ?? 0;
  if (report === 'PAYSLIPS' && employeeCount > MOST_FILES) return tooManyFiles(run.runId, employeeCount);
  const hash = createHash('sha256').update([companyId, mutation, idempotencyKey].join('\n')).digest('hex');
  const operation: OperationRecord = {
    companyId,
    operationId: `op_${hash.slice(0, 24)}`,
    runId,
    report,
    format,
    calculation: run.calculation ?? 0,
    status: 'QUEUED',
    doneCount: 0,
    totalCount: run.segmentCount ?? 0,
    requestedBy: actor,
    requestedAt: new Date(nowMs).toISOString(),
    expiresAtSeconds: Math.floor(nowMs / 1000) + EXPORT_DAYS * 86_400,
  };
  return { items: [newOperation(operation)], answer: { operationId: operation.operationId } };
}

const notThere = ({ runId, status }: RunRecord, report: OperationRecord['report']) =>
  refuse(
    'INVALID_STATE',
    `Run ${runId} is ${status}; its ${report} is not there yet.`,
    report === 'JOURNAL' ? 'Export it once the run is paid.' : 'Export it once the run is calculated.',
    'runId',
  );

const tooManyFiles = (runId: string, employeeCount: number) =>
  refuse(
    'INVALID_INPUT',
    `Run ${runId} has ${employeeCount} employees; an archive holds at most ${MOST_FILES} payslips.`,
    'Export its REGISTER, and single payslips with payslipDocument.',
    'report',
  );

const expired = (operationId: string) =>
  refuse(
    'OPERATION_NOT_FOUND',
    `Export ${operationId} of this idempotency key is more than ${EXPORT_DAYS} days old and is gone with its file.`,
    'Use a new key to export it again.',
  );
