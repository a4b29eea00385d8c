import { createHash } from 'node:crypto';
import type { Import, ImportUpload } from '../../clients/generated/schema.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { getCompany } from '../../table/company.ts';
import { EXPORT_DAYS } from '../../table/exportDays.ts';
import { getImport, type ImportPlace, type ImportRecord, newImport, queueImport } from '../../table/importJob.ts';
import { OFFICE } from '../../table/payrollInput.ts';
import { announceImportStep } from '../bus/announceImport.ts';
import { answerOnce, type Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { mutationHandler } from '../commands/mutationHandler.ts';
import { periodOf } from '../commands/payInputs/upsertInputRows.ts';
import { companyNotFound, invalidInput } from '../commands/refusals.ts';
import { type UserError, userErrorOf } from '../commands/userErrors.ts';
import { importOf } from './importOf.ts';
import { presignUpload, uploadedBytes } from './importFiles.ts';

const MOST_BYTES = 1_000_000_000;

interface ChangedImport {
  import?: Import;
  upload?: ImportUpload;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.createImport and Mutation.startImport. */
export const changeImport = mutationHandler(
  async (event: MutationEvent<'createImport'> | MutationEvent<'startImport'>): Promise<ChangedImport> => {
    const nowMs = Date.now();
    const { companyId } = event.caller;
    const outcome = await answerOnce(event, nowMs, () =>
      event.mutation === 'createImport' ? decideCreate(event, nowMs) : decideStart(event),
    );
    if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    const record = await getImport(companyId, outcome.answer.importId);
    if (!record) return { replayed: false, userErrors: [userErrorOf(notFound(outcome.answer.importId).error)] };
    // An earlier call may have died before it came to this; a step that is asked for twice is done once.
    if (event.mutation === 'startImport' && record.status === 'QUEUED')
      await announceImportStep({ companyId, importId: record.importId, step: 0 });
    const upload = record.status === 'WAITING_FOR_FILE' ? { upload: await presignUpload(record, nowMs) } : {};
    return { import: importOf(record), ...upload, replayed: outcome.replayed, userErrors: [] };
  },
);

type Started = Decision<{ importId: string }>;

async function decideCreate({ caller, input }: MutationEvent<'createImport'>, nowMs: number): Promise<Started> {
  const { companyId, actor, owner } = caller;
  const { kind, sizeBytes, sha256, idempotencyKey } = input;
  if (sizeBytes < 1 || sizeBytes > MOST_BYTES)
    return invalidInput('sizeBytes', sizeBytes, `a number from 1 to ${MOST_BYTES}`, 'Split the file.');
  if (!/^[0-9a-f]{64}$/i.test(sha256))
    return invalidInput('sha256', sha256, '64 hexadecimal digits', 'Send the SHA-256 of the file.');
  if (!(await getCompany(companyId))) return companyNotFound(companyId);
  const place = await placeOf(companyId, input);
  if (!place.ok) return place;
  const hash = createHash('sha256').update(`${companyId}\ncreateImport\n${idempotencyKey}`).digest('hex');
  const record: ImportRecord = {
    companyId,
    importId: `imp_${hash.slice(0, 24)}`,
    kind,
    ...(place.value ? { place: place.value } : {}),
    sizeBytes,
    sha256: sha256.toLowerCase(),
    status: 'WAITING_FOR_FILE',
    doneCount: 0,
    createdCount: 0,
    updatedCount: 0,
    removedCount: 0,
    unchangedCount: 0,
    refusedCount: 0,
    requestedBy: actor,
    ...(owner === undefined ? {} : { requestedByOwner: owner }),
    requestedAt: new Date(nowMs).toISOString(),
    expiresAtSeconds: Math.floor(nowMs / 1000) + EXPORT_DAYS * 86_400,
  };
  return { items: [newImport(record)], answer: { importId: record.importId } };
}

/** What the rows of a file of inputs are entered for; nothing for employees. A period that is none is refused before a file is sent. */
async function placeOf(
  companyId: string,
  input: MutationEvent<'createImport'>['input'],
): Promise<Result<ImportPlace | undefined, ErrorCode>> {
  const { kind, payGroupId, periodStartDate, source } = input;
  if (kind === 'EMPLOYEES') {
    const given = (['payGroupId', 'periodStartDate', 'source'] as const).find((member) => input[member] !== undefined);
    if (given === undefined) return succeed(undefined);
    return invalidInput(given, input[given], `absent for ${kind}`, 'Leave it out: each row of the file says it.');
  }
  if (payGroupId === undefined) return neededForInputs('payGroupId');
  if (periodStartDate === undefined) return neededForInputs('periodStartDate');
  const place = { payGroupId, periodStartDate, source: source ?? OFFICE };
  const period = await periodOf({ companyId, ...place }, false);
  return period.ok ? succeed(place) : period;
}

const neededForInputs = (member: string) =>
  refuse(
    'INVALID_INPUT',
    `${member} is absent; the rows of a file of PAYROLL_INPUTS are for one period of a pay group.`,
    `Give ${member}.`,
    member,
  );

async function decideStart({ caller, input }: MutationEvent<'startImport'>): Promise<Started> {
  const record = await getImport(caller.companyId, input.importId);
  if (!record) return notFound(input.importId);
  const answer = { importId: record.importId };
  if (record.status !== 'WAITING_FOR_FILE') return { existing: answer };
  const bytes = await uploadedBytes(record);
  if (bytes !== record.sizeBytes)
    return refuse(
      'INVALID_STATE',
      bytes === undefined
        ? `The file of import ${record.importId} was not sent yet.`
        : `The file that was sent has ${bytes} bytes, and ${record.sizeBytes} were announced.`,
      'Send the file to the address that createImport answered, then start again.',
      'importId',
    );
  return { items: [queueImport(record)], answer };
}

const notFound = (importId: string) =>
  refuse(
    'OPERATION_NOT_FOUND',
    `Import "${importId}" does not exist in this company, or is more than ${EXPORT_DAYS} days old.`,
    'Create an import with createImport.',
    'importId',
  );
