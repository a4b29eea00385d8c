import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VirtualClock } from 'cdk-local-engine';
import {
  AcknowledgePaymentFileDocument,
  ApplyNoticeOfChangeDocument,
  DirectDepositsDocument,
  DownloadPaymentFileDocument,
  FindPaymentsDocument,
  type FindPaymentsQueryVariables,
  FundingAccountsDocument,
  MarkPaymentReturnedDocument,
  NoticesOfChangeDocument,
  OnPaymentUpdatedDocument,
  type OnPaymentUpdatedSubscription,
  PayrollRunEventsDocument,
  PayrollRunItemsDocument,
  RecordBankReturnsDocument,
  RecordManualPaymentDocument,
  RetryPaymentDocument,
  ReturnedPaymentsDocument,
  UpsertFundingAccountDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { DirectDepositInput } from '../../clients/generated/schema.ts';
import { type BankAnswer, handInReturns, readOutbox, returnFileOf } from '../../demo/sampleBank.ts';
import { AchFileChecker } from '../payroll/payments/AchFileChecker.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import {
  accountOf,
  FUNDING_ACCOUNT,
  openPayingOffice,
  readFiles,
  readPayments,
  recordDeposits,
  ROUTING_NUMBERS,
} from './payingOffice.ts';
import { approve, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { dumpTable } from './payrollTable.ts';
import { voidRun } from './postingOffice.ts';

/* Money leaves once, to the account on record, and what comes back is paid again once. */

const EMPLOYEES = 30;
/** The sample bank returns an account of this kind with the code that it begins with. */
const UNKNOWN_ACCOUNT = { ...accountOf(4), accountNumber: 'R0312345' };

function deposits(number: number): DirectDepositInput[] {
  if (number === 2) return [{ ...accountOf(102), amount: '150.00' }, accountOf(2)];
  if (number === 3) return [];
  if (number === 4) return [UNKNOWN_ACCOUNT];
  if (number === 5)
    return [{ ...accountOf(105), percent: '33.3333' }, { ...accountOf(205), amount: '20' }, accountOf(5)];
  return [accountOf(number)];
}

/** A Monday; the sample period is paid on Friday the 27th, after Thanksgiving. */
const clock = new VirtualClock(Date.parse('2026-11-23T15:00:00Z'));
let office: PayrollOffice;
let runId: string;

const cents = ({ amount }: { amount: string }) => Math.round(Number(amount) * 100);
const sum = (amounts: { amount: string }[]) => amounts.reduce((total, amount) => total + cents(amount), 0);
const until = (condition: () => Promise<boolean>) => passTimeUntil(office.aws, clock, condition);
const hasStatus = (...statuses: string[]) =>
  until(async () => statuses.includes((await readRun(office.admin, runId)).status));

beforeAll(async () => {
  office = await openPayingOffice({ employees: EMPLOYEES, clock, directDeposits: deposits, random: () => 0.1 });
  runId = await startRun(office.admin);
  await hasStatus('AWAITING_APPROVAL');
});
afterAll(() => office.close());

const entriesOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('6'))
    .map((line) => ({
      code: line.slice(1, 3),
      routingNumber: line.slice(3, 12),
      accountNumber: line.slice(12, 29).trim(),
      amountCents: Number(line.slice(29, 39)),
      individualId: line.slice(39, 54).trim(),
    }));

/** All events of the bus were delivered: what subscribers and tables know is all there is to know. */
async function paymentOf(employeeNumber: number, split = 1) {
  const payments = await readPayments(office.admin, runId);
  const place = `emp_${String(employeeNumber - 1).padStart(8, '0')}`;
  const payment = payments.find((candidate) => candidate.employeeId.startsWith(place) && candidate.split === split);
  if (!payment) throw new Error(`employee ${employeeNumber} has no payment ${split}`);
  return payment;
}

let sent = 0;
const markReturned = async (paymentId: string, returnCode: string, idempotencyKey = `return ${sent++}`) =>
  (await office.admin.execute(MarkPaymentReturnedDocument, { input: { idempotencyKey, paymentId, returnCode } }))
    .markPaymentReturned;
const retry = async (paymentId: string, idempotencyKey = `retry ${sent++}`) =>
  (await office.approver.execute(RetryPaymentDocument, { input: { idempotencyKey, paymentId } })).retryPayment;

describe('before a run is approved', () => {
  test('its payments are planned, add up to net pay, and nothing has left', async () => {
    const payments = await readPayments(office.admin, runId);
    const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 100 });
    for (const { employeeId, netPay } of payrollRunItems?.nodes ?? []) {
      const own = payments.filter((payment) => payment.employeeId === employeeId);
      expect(sum(own.map(({ amount }) => amount))).toBe(cents(netPay ?? { amount: '0' }));
    }
    expect(new Set(payments.map(({ status }) => status))).toEqual(new Set(['PENDING']));
    expect(await readFiles(office.admin, runId)).toEqual([]);
    expect((await readOutbox(office.aws)).size).toBe(0);
  });

  test('pages of any size hold each payment once and in order', async () => {
    const all = await readPayments(office.admin, runId);
    expect(all.length).toBe(EMPLOYEES + 1 + 2);
    for (const first of [1, 2, 7]) expect(await readPayments(office.admin, runId, first)).toEqual(all);
  });

  test('a payment cannot have come back', async () => {
    const { paymentId } = await paymentOf(1);
    const refused = await markReturned(paymentId, 'R03');
    expect(refused).toMatchObject({ payment: null, userErrors: [{ code: 'INVALID_STATE' }] });
    expect(await retry(paymentId)).toMatchObject({ payment: null, userErrors: [{ code: 'PAYMENT_NOT_RETURNED' }] });
  });
});

describe('an approved run', () => {
  beforeAll(async () => {
    await approve(office.approver, runId);
    await hasStatus('PAID', 'PARTIALLY_PAID');
  });

  test('hands the bank one file that balances and settles on the pay date', async () => {
    const files = await readFiles(office.admin, runId);
    expect(files).toMatchObject([
      { kind: 'WAGES', status: 'SUBMITTED', effectiveEntryDate: '2026-11-27', fundingAccountId: 'main' },
    ]);
    const text = (await readOutbox(office.aws)).get(files[0]?.paymentFileId ?? '') ?? '';
    expect(new AchFileChecker(text).complaints).toEqual([]);
    expect(createHash('sha256').update(text).digest('hex')).toBe(files[0]?.hash);
    const payments = await readPayments(office.admin, runId);
    const deposited = payments.filter(({ method }) => method === 'DIRECT_DEPOSIT');
    expect(files[0]).toMatchObject({ entryCount: deposited.length, totalDebit: { amount: '0.00' } });
    expect(cents(files[0]?.totalCredit ?? { amount: '' })).toBe(sum(deposited.map(({ amount }) => amount)));
    const entries = entriesOf(text);
    expect(entries.length).toBe(deposited.length);
    for (const payment of deposited) {
      const individualId = `${payment.employeeId.slice(4, 12)}${payment.split}`;
      const entry = entries.find((candidate) => candidate.individualId === individualId);
      expect(entry).toMatchObject({ amountCents: cents(payment.amount), routingNumber: ROUTING_NUMBERS.employee });
      expect(payment.maskedAccountNumber).toBe(`****${entry?.accountNumber.slice(-4)}`);
    }
    expect(entries.find(({ individualId }) => individualId === '000000011')).toMatchObject({
      accountNumber: accountOf(102).accountNumber,
      amountCents: 150_00,
    });
    const third = entries.find(({ individualId }) => individualId === '000000021');
    expect(third).toBeUndefined();
    expect(await paymentOf(3)).toMatchObject({ method: 'CHECK', maskedAccountNumber: null, status: 'SUBMITTED' });
  });

  test('leaves the house by hand: nothing is delivered before somebody acknowledged it', async () => {
    const ready = { paymentState: 'READY', settlesOn: '2026-11-27', status: 'PAID' };
    expect(await readRun(office.admin, runId)).toMatchObject(ready);
    expect(await paymentOf(1)).toMatchObject({ state: 'READY', settlesOn: '2026-11-27' });
    expect(await paymentOf(3)).toMatchObject({ method: 'CHECK', state: 'READY' });
    const [file] = await readFiles(office.admin, runId);
    expect(file).toMatchObject({ state: 'READY', downloads: [], returnableUntil: '2026-12-01', deliveredAt: null });
    const named = { runId, paymentFileId: file?.paymentFileId ?? '' };
    const download = { idempotencyKey: 'fetch', ...named };
    const { downloadPaymentFile } = await office.approver.execute(DownloadPaymentFileDocument, { input: download });
    const text = await (await fetch(downloadPaymentFile?.url ?? '')).text();
    expect(text).toBe((await readOutbox(office.aws)).get(named.paymentFileId));
    expect(createHash('sha256').update(text).digest('hex')).toBe(file?.hash);
    for (const figure of [file?.hash, file?.totalCredit.amount, '2026-11-27', file?.entryCount])
      expect(downloadPaymentFile?.controlSheet?.replaceAll(',', '')).toContain(String(figure));
    expect(downloadPaymentFile?.paymentFile?.downloads).toHaveLength(1);

    const acknowledge = async (hash: string, idempotencyKey: string) =>
      (await office.approver.execute(AcknowledgePaymentFileDocument, { input: { idempotencyKey, ...named, hash } }))
        .acknowledgePaymentFile;
    expect(await acknowledge('0'.repeat(64), 'another')).toMatchObject({ userErrors: [{ field: ['hash'] }] });
    expect(await readRun(office.admin, runId)).toMatchObject(ready);
    expect(await acknowledge(file?.hash ?? '', 'has it')).toMatchObject({
      paymentFile: { state: 'DELIVERED' },
      userErrors: [],
    });
    expect(await acknowledge(file?.hash ?? '', 'has it too')).toMatchObject({ replayed: true, userErrors: [] });
    expect(await readRun(office.admin, runId)).toMatchObject({ paymentState: 'DELIVERED', status: 'PAID' });
    expect(await paymentOf(1)).toMatchObject({ state: 'DELIVERED', status: 'SUBMITTED' });
    expect(await paymentOf(3)).toMatchObject({ state: 'READY' });
    const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
    const reasons = payrollRunEvents?.map(({ reason }) => reason) ?? [];
    expect(reasons).toContain(`Payment file ${named.paymentFileId} was fetched.`);
    expect(reasons.filter((reason) => reason === `The bank has payment file ${named.paymentFileId}.`)).toHaveLength(1);
    const nothing = { idempotencyKey: 'no file', runId, paymentFileId: 'file_1', hash: '' };
    expect(
      (await office.approver.execute(AcknowledgePaymentFileDocument, { input: nothing })).acknowledgePaymentFile,
    ).toMatchObject({ userErrors: [{ code: 'PAYMENT_FILE_NOT_FOUND' }] });
  });

  test('is paid in part once a payment is back, and says why and what fixes it', async () => {
    expect(await readRun(office.admin, runId)).toMatchObject({ status: 'PAID' });
    await handInReturns(office.aws, office.admin);
    expect(await readRun(office.admin, runId)).toMatchObject({ status: 'PARTIALLY_PAID' });
    const { returnedPayments } = await office.admin.execute(ReturnedPaymentsDocument, { runId });
    expect(returnedPayments?.nodes).toMatchObject([
      { ...(await paymentOf(4)), status: 'RETURNED', returnCode: 'R03', attempt: 1 },
    ]);
    expect(returnedPayments?.nodes[0]?.returnReason).toContain('no such account');
    expect(returnedPayments?.nodes[0]?.resolution).toContain('pays the amount again');
  });

  test('pays what came back once more, to the account that is on record by then, and is paid whole', async () => {
    const { paymentId, amount } = await paymentOf(4);
    expect(await retry(paymentId)).toMatchObject({
      payment: null,
      userErrors: [{ code: 'INVALID_BANK_ACCOUNT', message: expect.stringContaining('R03') as string }],
    });
    await recordDeposits(office.admin, 4, (number) => (number === 4 ? [accountOf(404)] : deposits(number)), 'mended');
    const answers = await Promise.all([retry(paymentId), retry(paymentId)]);
    // The other one is told that it was asked already, or, when the bank was fast, that the payment is out.
    expect(answers.filter((answer) => answer?.payment && !answer.replayed)).toHaveLength(1);
    await hasStatus('PAID');
    expect(await paymentOf(4)).toMatchObject({
      ...{ status: 'SUBMITTED', state: 'REISSUED', attempt: 2, returnCode: null },
      maskedAccountNumber: `****${accountOf(404).accountNumber.slice(-4)}`,
    });
    const retries = (await readFiles(office.admin, runId)).filter(({ kind }) => kind === 'RETRY');
    expect(retries).toMatchObject([{ entryCount: 1, totalCredit: amount, status: 'SUBMITTED' }]);
    const text = (await readOutbox(office.aws)).get(retries[0]?.paymentFileId ?? '') ?? '';
    expect(new AchFileChecker(text).complaints).toEqual([]);
    expect(entriesOf(text)).toMatchObject([{ accountNumber: accountOf(404).accountNumber }]);
    const { returnedPayments } = await office.admin.execute(ReturnedPaymentsDocument, { runId });
    expect(returnedPayments?.nodes).toEqual([]);
    expect(await retry(paymentId)).toMatchObject({ payment: null, userErrors: [{ code: 'PAYMENT_NOT_RETURNED' }] });
  });

  test('is paid in part again when a bank answers late; said twice, it is noted once, and told', async () => {
    const { paymentId, employeeId } = await paymentOf(2, 2);
    const told: OnPaymentUpdatedSubscription['onPaymentUpdated'][] = [];
    const stop = await office.admin.subscribe(
      OnPaymentUpdatedDocument,
      { runId },
      ({ onPaymentUpdated }) => told.push(onPaymentUpdated),
      (error) => expect.fail(String(error)),
    );
    expect(await markReturned(paymentId, 'R02', 'late')).toMatchObject({ replayed: false, userErrors: [] });
    expect(await markReturned(paymentId, 'R02', 'late')).toMatchObject({ replayed: true, userErrors: [] });
    const again = await markReturned(paymentId, 'R02');
    expect(again).toMatchObject({ replayed: true, payment: { status: 'RETURNED', returnCode: 'R02' }, userErrors: [] });
    expect(await markReturned(paymentId, 'R03')).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    expect(await readRun(office.admin, runId)).toMatchObject({ status: 'PARTIALLY_PAID' });
    const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
    const events = payrollRunEvents?.filter(({ reason }) => reason?.includes(paymentId)) ?? [];
    expect(events).toMatchObject([{ status: 'PARTIALLY_PAID', reason: `Payment ${paymentId} was returned with R02.` }]);
    await until(async () => told.length >= 3);
    stop();
    for (const message of told)
      expect(message).toMatchObject({ paymentId, employeeId, status: 'RETURNED', attempt: 1, returnCode: 'R02' });
  });

  test('takes a payment that comes back a second time as the second time', async () => {
    const { paymentId } = await paymentOf(4);
    expect(await markReturned(paymentId, 'R16')).toMatchObject({ payment: { attempt: 2, returnCode: 'R16' } });
    expect(await retry(paymentId)).toMatchObject({ payment: { status: 'PENDING', attempt: 3 }, userErrors: [] });
    await until(async () => (await paymentOf(4)).status === 'SUBMITTED');
    expect(await paymentOf(4)).toMatchObject({ attempt: 3 });
  });

  test('never gives a trace number out twice: not to a payment and its retries', async () => {
    const texts = [...(await readOutbox(office.aws)).values()];
    const traces = texts.flatMap((text) => text.match(/(?<=^6.{78})\d{15}/gm) ?? []);
    expect(traces.length).toBe(EMPLOYEES + 2 - 1 + 1 + 2);
    expect(new Set(traces).size).toBe(traces.length);
  });

  test('is written as its bank asks for: balanced, with a destination, a sender and an originating bank of their own', async () => {
    const bank = {
      sendsBalancedFiles: true,
      immediateDestination: '011000015',
      immediateOrigin: 'SENDER0001',
      odfiRoutingNumber: '121000374',
    };
    const change = { idempotencyKey: 'balanced', fundingAccountId: 'main', ...bank };
    const { upsertFundingAccount } = await office.admin.execute(UpsertFundingAccountDocument, { input: change });
    expect(upsertFundingAccount).toMatchObject({ fundingAccount: bank, userErrors: [] });
    const { paymentId, amount } = await paymentOf(4);
    const before = new Set((await readFiles(office.admin, runId)).map(({ paymentFileId }) => paymentFileId));
    await markReturned(paymentId, 'R16');
    await retry(paymentId);
    await until(async () => (await paymentOf(4)).status === 'SUBMITTED');
    const file = (await readFiles(office.admin, runId)).find(({ paymentFileId }) => !before.has(paymentFileId));
    expect(file).toMatchObject({ kind: 'RETRY', entryCount: 2, totalCredit: amount, totalDebit: amount });
    const text = (await readOutbox(office.aws)).get(file?.paymentFileId ?? '') ?? '';
    expect(new AchFileChecker(text).complaints).toEqual([]);
    expect(text.slice(0, 23)).toBe('101 011000015SENDER0001');
    expect(entriesOf(text)).toMatchObject([
      { code: '22', amountCents: cents(amount) },
      { code: '27', amountCents: cents(amount), accountNumber: FUNDING_ACCOUNT.accountNumber, individualId: 'OFFSET' },
    ]);
    expect(text.match(/(?<=^6.{78})\d{8}/gm)).toEqual(['12100037', '12100037']);
    const plain = { idempotencyKey: 'unbalanced', fundingAccountId: 'main', sendsBalancedFiles: false };
    await office.admin.execute(UpsertFundingAccountDocument, { input: plain });
  });

  test.each([
    ['a code that is none', 'X99', 'INVALID_INPUT'],
    ['a notice of change, with which the money arrived', 'C01', 'INVALID_INPUT'],
  ])('refuses %s', async (_case, code, error) => {
    const { paymentId } = await paymentOf(1);
    expect(await markReturned(paymentId, code)).toMatchObject({ payment: null, userErrors: [{ code: error }] });
  });

  test('refuses payments that are not there, and checks, which no bank sends back', async () => {
    const { paymentId } = await paymentOf(3);
    expect(await markReturned(paymentId, 'R03')).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    for (const nobody of ['pay_1', paymentId.replace(/_1$/, '_4'), paymentId.replace('pay_2026', 'pay_2025')]) {
      expect(await markReturned(nobody, 'R03')).toMatchObject({ userErrors: [{ code: 'PAYMENT_NOT_FOUND' }] });
      expect(await retry(nobody)).toMatchObject({ userErrors: [{ code: 'PAYMENT_NOT_FOUND' }] });
    }
  });

  test('has a ledger that says of each payment when it left and was returned', async () => {
    const entries = (await dumpTable(office.aws)).filter(({ sk }) => sk.startsWith('LEDGER#'));
    const moved = entries.filter(({ description }) => String(description).startsWith('Payment pay_'));
    // Employee 4: back and out, three times; employee 2: back.
    expect(moved.map(({ description }) => String(description).replace(/pay_\w+/, '…'))).toEqual([
      'Payment … was returned with R03.',
      'Payment … was paid again.',
      'Payment … was returned with R02.',
      'Payment … was returned with R16.',
      'Payment … was paid again.',
      'Payment … was returned with R16.',
      'Payment … was paid again.',
    ]);
  });
});

describe('what a bank sends', () => {
  const handIn = async (file: string, idempotencyKey = `file ${sent++}`) =>
    (await office.admin.execute(RecordBankReturnsDocument, { input: { idempotencyKey, file } })).recordBankReturns;
  const find = async (wanted: FindPaymentsQueryVariables) =>
    (await office.admin.execute(FindPaymentsDocument, wanted)).findPayments ?? [];
  /** The run's own file. */
  const wages = async () => {
    const file = (await readFiles(office.admin, runId)).find(({ kind }) => kind === 'WAGES');
    return (await readOutbox(office.aws)).get(file?.paymentFileId ?? '') ?? '';
  };
  const answerTo = async (number: number, answer: BankAnswer) =>
    returnFileOf(await wages(), (account) => (account === accountOf(number).accountNumber ? answer : undefined)) ?? '';

  test('a payment is found by what the bank knows it by: trace number, individual id, amount, date', async () => {
    const payment = await paymentOf(7);
    const { amount } = payment.amount;
    const [byId] = await find({ individualId: '000000061' });
    expect(byId).toMatchObject({ payment, effectiveEntryDate: '2026-11-27', isPrenote: false });
    const traceNumber = byId?.traceNumber ?? '';
    for (const wanted of [
      { traceNumber },
      { amount, effectiveEntryDate: '2026-11-27' },
      { individualId: '00000006-1', amount },
    ]) {
      const found = await find(wanted);
      expect(found.map((each) => each.payment?.paymentId)).toContain(payment.paymentId);
    }
    expect(await find({ traceNumber, amount: '0.01' })).toEqual([]);
    expect(await find({ traceNumber: '021001209999999' })).toEqual([]);
    expect(await find({})).toEqual([]);
  });

  test('several files in one: each return is recorded once, and a second hand-in changes nothing', async () => {
    const texts = await Promise.all([
      answerTo(6, { code: 'R02' }),
      answerTo(7, { code: 'R20' }),
      answerTo(8, { code: 'R68' }),
      answerTo(9, { code: 'R72' }),
    ]);
    const file = texts.join('').replaceAll('\n', '\r\n');
    const first = await handIn(file);
    expect(first).toMatchObject({ remainingCount: 0, userErrors: [] });
    expect(first?.returns.map(({ code, kind, outcome }) => `${code} ${kind} ${outcome}`)).toEqual([
      'R02 RETURN RECORDED',
      'R20 RETURN RECORDED',
      'R68 DISHONORED NEEDS_ATTENTION',
      'R72 CONTESTED NEEDS_ATTENTION',
    ]);
    expect(await paymentOf(6)).toMatchObject({ status: 'RETURNED', returnCode: 'R02' });
    expect(await paymentOf(8)).toMatchObject({ status: 'SUBMITTED' });
    const tableAfter = await dumpTable(office.aws);
    const again = await handIn(file);
    expect(again?.returns.map(({ outcome }) => outcome)).toEqual([
      ...['ALREADY_RECORDED', 'ALREADY_RECORDED', 'NEEDS_ATTENTION', 'NEEDS_ATTENTION'],
    ]);
    const isLasting = ({ sk }: { sk: string }) => sk !== 'COMMAND';
    expect((await dumpTable(office.aws)).filter(isLasting)).toEqual(tableAfter.filter(isLasting));
  });

  test('what is not ours, or not as it went out, is named and not recorded', async () => {
    const text = await answerTo(10, { code: 'R03' });
    const trace = /^799R03(\d{15})/m.exec(text)?.[1] ?? '';
    const ofAnother = text.replace(`799R03${trace}`, '799R03091000019999999');
    expect((await handIn(ofAnother))?.returns).toMatchObject([{ outcome: 'NOT_FOUND', paymentId: null }]);
    const payment = await paymentOf(10);
    const amount = String(cents(payment.amount)).padStart(10, '0');
    const total = amount.padStart(12, '0');
    const other = String(cents(payment.amount) + 1).padStart(10, '0');
    const differs = text.replaceAll(total, other.padStart(12, '0')).replaceAll(amount, other);
    expect((await handIn(differs))?.returns).toMatchObject([{ outcome: 'DIFFERS', paymentId: null }]);
    expect(await paymentOf(10)).toEqual(payment);
  });

  test.each([
    ['the payment file itself', async () => wages(), /has no addenda/],
    ['half a file', async () => (await answerTo(10, { code: 'R03' })).slice(0, 380), /is the last/],
    ['a letter', () => Promise.resolve('Dear customer,\nyour entry was returned.'), /Line 1/],
  ])('%s is refused by name, and nothing is recorded', async (_case, text, message) => {
    const before = await dumpTable(office.aws);
    expect(await handIn(await text())).toMatchObject({
      returns: [],
      userErrors: [{ code: 'RETURN_FILE_UNREADABLE', message: expect.stringMatching(message) as string }],
    });
    expect(await dumpTable(office.aws)).toEqual(before);
  });

  test('a returned deposit is paid by hand, and the run is paid again', async () => {
    const { paymentId, employeeId } = await paymentOf(6);
    const input = { idempotencyKey: 'by hand', paymentId, reason: 'Check handed out on Friday.', checkNumber: '1042' };
    const byHand = async () =>
      (await office.approver.execute(RecordManualPaymentDocument, { input })).recordManualPayment;
    expect(await byHand()).toMatchObject({
      payment: { status: 'SUBMITTED', state: 'PAID_BY_HAND', checkNumber: '1042', returnCode: null },
      userErrors: [],
    });
    expect(await byHand()).toMatchObject({ replayed: true, userErrors: [] });
    expect(await retry(paymentId)).toMatchObject({ userErrors: [{ code: 'PAYMENT_NOT_RETURNED' }] });
    const { returnedPayments } = await office.admin.execute(ReturnedPaymentsDocument, { runId });
    expect(returnedPayments?.nodes.map((payment) => payment.employeeId)).not.toContain(employeeId);
    const { paymentId: notReturned } = await paymentOf(11);
    const refused = { ...input, idempotencyKey: 'not returned', paymentId: notReturned };
    expect(
      (await office.approver.execute(RecordManualPaymentDocument, { input: refused })).recordManualPayment,
    ).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    expect(await handIn(await answerTo(6, { code: 'R02' }))).toMatchObject({
      returns: [{ outcome: 'ALREADY_RECORDED' }],
    });
  });

  test('a notice of change is kept, and a second person applies it', async () => {
    const answer = { code: 'C01', information: '4455667788' };
    expect((await handIn(await answerTo(12, answer)))?.returns).toMatchObject([{ outcome: 'RECORDED', code: 'C01' }]);
    expect((await handIn(await answerTo(12, answer)))?.returns).toMatchObject([{ outcome: 'ALREADY_RECORDED' }]);
    const notices = async () => (await office.admin.execute(NoticesOfChangeDocument, {})).noticesOfChange ?? [];
    const [notice] = await notices();
    expect(notice).toMatchObject({
      ...{ code: 'C01', status: 'OPEN', split: 1, applyByDate: '2026-12-02' },
      previous: { maskedAccountNumber: `****${accountOf(12).accountNumber.slice(-4)}` },
      corrected: { maskedAccountNumber: '****7788', routingNumber: ROUTING_NUMBERS.employee },
    });
    expect(await paymentOf(12)).toMatchObject({ status: 'SUBMITTED' });
    const input = { idempotencyKey: 'notice', noticeId: notice?.noticeId ?? '' };
    const applied = async () =>
      (await office.approver.execute(ApplyNoticeOfChangeDocument, { input })).applyNoticeOfChange;
    expect(await applied()).toMatchObject({ notice: { status: 'APPLIED' }, userErrors: [] });
    expect(await applied()).toMatchObject({ replayed: true, userErrors: [] });
    const { employee } = await office.admin.execute(DirectDepositsDocument, { employeeId: notice?.employeeId ?? '' });
    expect(employee?.directDeposits).toMatchObject([{ maskedAccountNumber: '****7788' }]);
    const nobody = { idempotencyKey: 'no notice', noticeId: 'noc_1' };
    expect(
      (await office.approver.execute(ApplyNoticeOfChangeDocument, { input: nobody })).applyNoticeOfChange,
    ).toMatchObject({ userErrors: [{ code: 'NOTICE_NOT_FOUND' }] });
    // The table knows neither number in clear.
    expect(JSON.stringify(await dumpTable(office.aws))).not.toContain('4455667788');
  });
});

describe('pay that is taken back', () => {
  test('is asked back from the accounts that it went to; what had come back is not there to be asked for', async () => {
    const { paymentId, employeeId } = await paymentOf(2, 2);
    const [sent, other] = [await paymentOf(2, 1), await paymentOf(4)];
    const { reversalRun, userErrors } = await voidRun(office.approver, {
      runId,
      employeeIds: [employeeId, other.employeeId],
    });
    expect(userErrors).toEqual([]);
    const reversalRunId = String(reversalRun?.runId);
    await until(async () => (await readRun(office.admin, reversalRunId)).status === 'PAID');
    const [file] = await readFiles(office.admin, reversalRunId);
    expect(file).toMatchObject({
      kind: 'REVERSAL',
      entryCount: 2,
      totalCredit: { amount: '0.00' },
      status: 'SUBMITTED',
    });
    const text = (await readOutbox(office.aws)).get(file?.paymentFileId ?? '') ?? '';
    expect(new AchFileChecker(text).complaints).toEqual([]);
    // The second one was paid to a first account, which sent it back, and then to another.
    expect(entriesOf(text)).toMatchObject([
      { accountNumber: accountOf(102).accountNumber, amountCents: cents(sent.amount) },
      { accountNumber: accountOf(404).accountNumber, amountCents: cents(other.amount) },
    ]);
    expect(await paymentOf(2, 1)).toMatchObject({ status: 'REVERSED' });
    expect(await retry(paymentId)).toMatchObject({ payment: null, userErrors: [{ code: 'INVALID_STATE' }] });

    // The bank can send back what it was asked for, and nothing else.
    const takenBack = await readPayments(office.admin, reversalRunId);
    const ofSplit = (split: number) =>
      takenBack.find((payment) => payment.employeeId === employeeId && payment.split === split)?.paymentId ?? '';
    expect(await markReturned(ofSplit(2), 'R01')).toMatchObject({
      payment: null,
      userErrors: [{ code: 'INVALID_STATE', message: expect.stringContaining('does not ask for it') as string }],
    });
    expect(await markReturned(ofSplit(1), 'R01')).toMatchObject({ payment: { returnCode: 'R01' }, userErrors: [] });
    expect(await readRun(office.admin, reversalRunId)).toMatchObject({ status: 'PARTIALLY_PAID' });
  });

  test('after its window is not asked back, and the history of the reversal says why', async () => {
    await clock.advance(14 * 86_400_000);
    const { reversalRun } = await voidRun(office.approver, { runId, employeeIds: [(await paymentOf(1)).employeeId] });
    const reversalRunId = String(reversalRun?.runId);
    await until(async () => (await readRun(office.admin, reversalRunId)).status === 'PAID');
    expect(await readFiles(office.admin, reversalRunId)).toEqual([]);
    const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId: reversalRunId });
    const paying = payrollRunEvents?.find(({ status }) => status === 'PAYING');
    expect(paying?.reason).toMatch(/^No reversal file: The wages settled on 2026-11-27; .* until 2026-12-04\./);
    // What was delivered has settled by then; what was not acknowledged has not.
    expect(await readRun(office.admin, runId)).toMatchObject({ paymentState: 'SETTLED' });
    expect(await paymentOf(13)).toMatchObject({ state: 'SETTLED' });
    expect(await paymentOf(1)).toMatchObject({ state: 'VOIDED' });
    expect(await paymentOf(7)).toMatchObject({ state: 'RETURNED' });
  });
});

test('no account number lies in the table, in an answer or in a history; only its end is shown', async () => {
  const { fundingAccounts } = await office.admin.execute(FundingAccountsDocument, {});
  expect(fundingAccounts?.find(({ fundingAccountId }) => fundingAccountId === 'main')).toMatchObject({
    maskedAccountNumber: '****4567',
    routingNumber: ROUTING_NUMBERS.company,
  });
  const everything = JSON.stringify(await dumpTable(office.aws), (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  for (let number = 1; number <= EMPLOYEES; number++) expect(everything).not.toContain(accountOf(number).accountNumber);
  for (const number of [FUNDING_ACCOUNT.accountNumber, accountOf(404).accountNumber, UNKNOWN_ACCOUNT.accountNumber])
    expect(everything).not.toContain(number);
});

describe('a funding account', () => {
  const upsert = async (change: object) =>
    (
      await office.admin.execute(UpsertFundingAccountDocument, {
        input: { ...FUNDING_ACCOUNT, fundingAccountId: 'second', idempotencyKey: `account ${sent++}`, ...change },
      })
    ).upsertFundingAccount;

  test.each([
    [
      'a routing number with a wrong check digit',
      { routingNumber: '021001209' },
      'INVALID_BANK_ACCOUNT',
      'routingNumber',
    ],
    ['an account number with a blank', { accountNumber: '12 345' }, 'INVALID_BANK_ACCOUNT', 'accountNumber'],
    [
      'an identification of nine characters',
      { companyIdentification: '123456789' },
      'INVALID_INPUT',
      'companyIdentification',
    ],
    [
      'a name that statements cannot hold',
      { companyEntryName: 'A very long company name' },
      'INVALID_INPUT',
      'companyEntryName',
    ],
  ])('is not taken with %s', async (_case, change, code, field) => {
    expect(await upsert(change)).toMatchObject({ fundingAccount: null, userErrors: [{ code, field: [field] }] });
  });

  test('is changed by the same call with another key, and the same key with another number is refused', async () => {
    expect(await upsert({ idempotencyKey: 'own' })).toMatchObject({ fundingAccount: { version: 1 }, replayed: false });
    expect(await upsert({ idempotencyKey: 'own' })).toMatchObject({ fundingAccount: { version: 1 }, replayed: true });
    const reused = await upsert({ idempotencyKey: 'own', accountNumber: '70007654321' });
    expect(reused).toMatchObject({ userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['accountNumber'] }] });
    expect(JSON.stringify(reused)).not.toContain('70007654321');
    expect(await upsert({ name: 'Renamed' })).toMatchObject({ fundingAccount: { version: 2, name: 'Renamed' } });
  });
});
