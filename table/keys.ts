/**
 * The keys of every kind of item. Each begins with the company, which comes from the caller's identity: an id of another
 * company's item cannot be resolved. Resolvers import this file too, so it keeps to what APPSYNC_JS knows.
 *
 *   company and its set-up   COMPANY#c                 COMPANY | GROUP#id | FUNDING#id | HOOK#id | KEY#id | DATAKEY
 *   what a run may miss      COMPANY#c                 CHANGES#group | CHANGES#group#period
 *   a day's payment files    COMPANY#c                 FILES#funding account#date
 *   trace numbers            COMPANY#c                 TRACES#bank | TRACE#bank#last of a file
 *   notice of change         COMPANY#c                 NOTICE#id
 *   filing profile              COMPANY#c                 FILINGPROFILE
 *   tax deposits of a year   COMPANY#c#TAXDEPOSITS#y   id of the deposit
 *   employee and its past    COMPANY#c#EMPLOYEES#b     EMPLOYEE#e | PAST#e#version | INPUT#group#period#e | YEAR#year#tens
 *   external id              COMPANY#c#EXTERNAL#x      EXTERNAL                   (x: folded, payroll/foldedId.ts)
 *   run                      COMPANY#c#RUN#r           RUN | PROGRESS | EVENT#sequence | SEGMENT#last employee
 *   what follows a run       COMPANY#c#RUN#r           FILE#id | LEDGER#sequence | HOOKCALL#point#id | TAXES
 *   run items                COMPANY#c#RUN#r#s         ITEM#e                     (s: the segment)
 *   export                   COMPANY#c#OPERATION#id    OPERATION
 *   import                   COMPANY#c#IMPORT#id       IMPORT
 *   answered command         COMPANY#c#COMMAND#name#k  COMMAND
 *   API key                  APIKEY#sha256             APIKEY
 *
 * No run and no roster sits on one partition: employees are spread over buckets of 100 in the order in which they were
 * added (the bucket is part of the employee's id), and the items of a run over its segments of about 100.
 */
export interface ItemKey {
  pk: string;
  sk: string;
}

/** How many employees share a partition. A bucket is read with one Query, well within one page. */
export const EMPLOYEES_PER_BUCKET = 100;

export const companyPartition = (companyId: string) => `COMPANY#${companyId}`;

export const companyKey = (companyId: string): ItemKey => ({ pk: companyPartition(companyId), sk: 'COMPANY' });

export const GROUP_PREFIX = 'GROUP#';

export const payGroupKey = (companyId: string, payGroupId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${GROUP_PREFIX}${payGroupId}`,
});

export const FUNDING_PREFIX = 'FUNDING#';

export const pastFundingAccountKey = (companyId: string, fundingAccountId: string, version: number): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `PAST#${FUNDING_PREFIX}${fundingAccountId}#${padded(version)}`,
});

export const fundingAccountKey = (companyId: string, fundingAccountId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${FUNDING_PREFIX}${fundingAccountId}`,
});

/** Counts the payment files of an account on a day. */
export const paymentFilesOfDayKey = (companyId: string, fundingAccountId: string, date: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `FILES#${fundingAccountId}#${date}`,
});

/** Counts the trace numbers that were used at an originating bank. @param odfi its first eight digits */
export const traceCounterKey = (companyId: string, odfi: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `TRACES#${odfi}`,
});

export const TRACE_PREFIX = 'TRACE#';

/** Sorted by the last trace number of a file, so that the first one at or after a number is the file that holds it. */
export const traceRangeKey = (companyId: string, odfi: string, last: number): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${TRACE_PREFIX}${odfi}#${`00000000000000${last}`.slice(-15)}`,
});

export const NOTICE_PREFIX = 'NOTICE#';

export const noticeKey = (companyId: string, noticeId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${NOTICE_PREFIX}${noticeId}`,
});

/** What the tax offices know the company by. */
export const filingProfileKey = (companyId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: 'FILINGPROFILE',
});

/** What was deposited for the pays of a year. */
export const taxDepositsPartition = (companyId: string, year: number) => `COMPANY#${companyId}#TAXDEPOSITS#${year}`;

export const taxDepositKey = (companyId: string, year: number, depositId: string): ItemKey => ({
  pk: taxDepositsPartition(companyId, year),
  sk: depositId,
});

export const HOOK_PREFIX = 'HOOK#';

export const hookKey = (companyId: string, hookId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${HOOK_PREFIX}${hookId}`,
});

/** What `apiKeys` lists; the key itself is found by the hash of its secret alone. */
export const COMPANY_KEY_PREFIX = 'KEY#';

export const companyApiKeyKey = (companyId: string, apiKeyId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `${COMPANY_KEY_PREFIX}${apiKeyId}`,
});

/** Changes of who must approve runs, by the instant. */
export const controlsPartition = (companyId: string) => `COMPANY#${companyId}#CONTROLS`;

/** @param version of the company or the pay group that the change made  @param subject what was changed */
export const controlChangeKey = (companyId: string, at: string, subject: string, version: number): ItemKey => ({
  pk: controlsPartition(companyId),
  sk: `${at}#${subject}#${version}`,
});

/** The company's data key, encrypted by the service's key: account numbers are encrypted under it. */
export const dataKeyKey = (companyId: string): ItemKey => ({ pk: companyPartition(companyId), sk: 'DATAKEY' });

/** Counts the changes to the employees of a pay group, and the runs of it that were committed and posted. */
export const groupChangesKey = (companyId: string, payGroupId: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `CHANGES#${payGroupId}`,
});

/** Counts the changes to what was entered for a period, and names the run that paid it. */
export const periodChangesKey = (companyId: string, payGroupId: string, periodStartDate: string): ItemKey => ({
  pk: companyPartition(companyId),
  sk: `CHANGES#${payGroupId}#${periodStartDate}`,
});

/** Characters 4 to 10 of an employee id count the bucket; see `employeeId.ts`. */
export const bucketOfEmployee = (employeeId: string) => employeeId.slice(4, 10);

export const employeePartition = (companyId: string, bucket: string) => `COMPANY#${companyId}#EMPLOYEES#${bucket}`;

export const EMPLOYEE_PREFIX = 'EMPLOYEE#';

export const employeeKey = (companyId: string, employeeId: string): ItemKey => ({
  pk: employeePartition(companyId, bucketOfEmployee(employeeId)),
  sk: `${EMPLOYEE_PREFIX}${employeeId}`,
});

export const pastEmployeeKey = (companyId: string, employeeId: string, version: number): ItemKey => ({
  pk: employeePartition(companyId, bucketOfEmployee(employeeId)),
  sk: `PAST#${employeeId}#${padded(version)}`,
});

export const inputPrefix = (payGroupId: string, periodStartDate: string) => `INPUT#${payGroupId}#${periodStartDate}#`;

export const payrollInputKey = (
  companyId: string,
  payGroupId: string,
  periodStartDate: string,
  employeeId: string,
): ItemKey => ({
  pk: employeePartition(companyId, bucketOfEmployee(employeeId)),
  sk: `${inputPrefix(payGroupId, periodStartDate)}${employeeId}`,
});

export const pastPayrollInputKey = (current: ItemKey, version: number): ItemKey => ({
  pk: current.pk,
  sk: `PAST#${current.sk}#${padded(version)}`,
});

/** Ten neighbours in a bucket share one item for their years to date: character 10 counts the tens of the place in it. */
export const yearsToDateKey = (companyId: string, year: number, employeeId: string): ItemKey => ({
  pk: employeePartition(companyId, bucketOfEmployee(employeeId)),
  sk: `YEAR#${year}#${employeeId.slice(10, 11)}`,
});

/** What another provider paid an employee in a calendar year. */
export const openingBalanceKey = (companyId: string, year: number, employeeId: string): ItemKey => ({
  pk: employeePartition(companyId, bucketOfEmployee(employeeId)),
  sk: `OPENING#${year}#${employeeId}`,
});

export const externalIdKey = (companyId: string, externalId: string): ItemKey => ({
  pk: `COMPANY#${companyId}#EXTERNAL#${externalId}`,
  sk: 'EXTERNAL',
});

export const runPartition = (companyId: string, runId: string) => `COMPANY#${companyId}#RUN#${runId}`;

export const runKey = (companyId: string, runId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: 'RUN',
});

export const runProgressKey = (companyId: string, runId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: 'PROGRESS',
});

export const EVENT_PREFIX = 'EVENT#';

export const runEventKey = (companyId: string, runId: string, sequence: number): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: `${EVENT_PREFIX}${padded(sequence)}`,
});

export const SEGMENT_PREFIX = 'SEGMENT#';

/** Sorted by the last employee, so that the first one at or after an employee is the segment that holds it. */
export const segmentKey = (companyId: string, runId: string, lastEmployeeId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: `${SEGMENT_PREFIX}${lastEmployeeId}`,
});

export const PAYMENT_FILE_PREFIX = 'FILE#';

export const paymentFileKey = (companyId: string, runId: string, paymentFileId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: `${PAYMENT_FILE_PREFIX}${paymentFileId}`,
});

/** What a posted run owes to tax authorities. */
export const runTaxesKey = (companyId: string, runId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: 'TAXES',
});

export const LEDGER_PREFIX = 'LEDGER#';

export const ledgerEntryKey = (companyId: string, runId: string, sequence: number): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: `${LEDGER_PREFIX}${padded(sequence)}`,
});

export const HOOK_CALL_PREFIX = 'HOOKCALL#';

export const hookCallKey = (companyId: string, runId: string, point: string, hookId: string): ItemKey => ({
  pk: runPartition(companyId, runId),
  sk: `${HOOK_CALL_PREFIX}${point}#${hookId}`,
});

export const runItemsPartition = (companyId: string, runId: string, segment: number) =>
  `${runPartition(companyId, runId)}#${padded(segment)}`;

export const RUN_ITEM_PREFIX = 'ITEM#';

export const runItemKey = (companyId: string, runId: string, segment: number, employeeId: string): ItemKey => ({
  pk: runItemsPartition(companyId, runId, segment),
  sk: `${RUN_ITEM_PREFIX}${employeeId}`,
});

/** @param keyHash of the idempotency key, which is not stored */
export const commandKey = (companyId: string, mutation: string, keyHash: string): ItemKey => ({
  pk: `COMPANY#${companyId}#COMMAND#${mutation}#${keyHash}`,
  sk: 'COMMAND',
});

export const operationKey = (companyId: string, operationId: string): ItemKey => ({
  pk: `COMPANY#${companyId}#OPERATION#${operationId}`,
  sk: 'OPERATION',
});

export const importKey = (companyId: string, importId: string): ItemKey => ({
  pk: `COMPANY#${companyId}#IMPORT#${importId}`,
  sk: 'IMPORT',
});

export const apiKeyKey = (apiKeyId: string): ItemKey => ({ pk: `APIKEY#${apiKeyId}`, sk: 'APIKEY' });

/** Six digits, so that numbers sort as text up to a million. */
export const padded = (number: number) => `00000${number}`.slice(-6);
