/* Plays the bank of the sample company: takes payment files from the outbox and returns what it cannot pay. Nothing here ships. */
import { randomUUID } from 'node:crypto';
import type { LocalAws } from 'cdk-local-engine';
import { RecordBankReturnsDocument } from '../clients/generated/operations/graphql.ts';
import type { PayrollClient } from '../clients/sdk/PayrollClient.ts';
import { SAMPLE_COMPANY_ID } from './sampleUsers.ts';

/** Why the bank returns an entry, or what it asks to be changed. */
export interface BankAnswer {
  code: string;
  information?: string;
}

/** An account number of the samples that begins like this is not known to the bank: `R0312345` is returned with R03. */
const UNKNOWN_ACCOUNT = /^(R\d\d)/;

const unknownAccount = (accountNumber: string): BankAnswer | undefined => {
  const code = UNKNOWN_ACCOUNT.exec(accountNumber)?.[1];
  return code === undefined ? undefined : { code };
};

/** What the gateway delivered for a company, by the id of the file. */
export async function readOutbox(
  { s3, template, operator }: LocalAws,
  companyId: string = SAMPLE_COMPANY_ID,
): Promise<Map<string, string>> {
  const bucket = String(template.outputs['BucketName']);
  const prefix = `outbox/${companyId}/`;
  const { objects } = s3.list(bucket, { prefix, delimiter: '', cursor: '', maxKeys: 1000 }, operator);
  const files = new Map<string, string>();
  for (const { key } of objects)
    files.set(key.slice(prefix.length, -'.ach'.length), String(await s3.getObject(bucket, key, operator)));
  return files;
}

/**
 * The file in which a bank answers a payment file: a return or a notice of change for each entry that has an answer. Nothing
 * where none has.
 */
export function returnFileOf(
  paymentFile: string,
  answerOf: (accountNumber: string, traceNumber: string) => BankAnswer | undefined = unknownAccount,
): string | undefined {
  const lines = paymentFile.split('\n');
  const batch = lines.find((line) => line.startsWith('5')) ?? '';
  const answered = lines.flatMap((line) => {
    const answer = line.startsWith('6') ? answerOf(line.slice(12, 29).trim(), line.slice(79, 94)) : undefined;
    return answer ? [{ line, ...answer }] : [];
  });
  if (answered.length === 0) return undefined;
  let hash = 0;
  let debit = 0;
  let credit = 0;
  const records = answered.flatMap(({ line, code, information = '' }, i) => {
    const isChange = code.startsWith('C');
    const amount = isChange ? 0 : Number(line.slice(29, 39));
    if (/[27]$/.test(line.slice(1, 3)) && Number(line.charAt(2)) < 5) credit += amount;
    else debit += amount;
    hash += Number(line.slice(3, 11));
    const kind = `${line.charAt(1)}${Number(line.charAt(2)) < 5 ? '1' : '6'}`;
    const trace = `12345678${String(i + 1).padStart(7, '0')}`;
    const named = information.padEnd(44);
    return [
      `6${kind}${line.slice(3, 29)}${digits(amount, 10)}${line.slice(39, 78)}1${trace}`,
      `7${isChange ? '98' : '99'}${code}${line.slice(79, 94)}${' '.repeat(6)}${line.slice(3, 11)}${named}${trace}`,
    ];
  });
  const sums = digits(hash % 1e10, 10) + digits(debit, 12) + digits(credit, 12);
  const header = lines[0] ?? '';
  const file = [
    `101${header.slice(13, 23)}${header.slice(3, 13)}${header.slice(23)}`,
    batch,
    ...records,
    `8200${digits(records.length, 6)}${sums}${batch.slice(40, 50)}${' '.repeat(25)}123456780000001`,
    `9000001${digits(Math.ceil((records.length + 4) / 10), 6)}${digits(records.length, 8)}${sums}${' '.repeat(39)}`,
  ];
  while (file.length % 10 > 0) file.push('9'.repeat(94));
  return `${file.join('\n')}\n`;
}

/** Hands in what the bank returns of everything in the outbox, as the office does with the file of its bank. */
export async function handInReturns(aws: LocalAws, admin: PayrollClient): Promise<void> {
  const files = [...(await readOutbox(aws)).values()].flatMap((file) => returnFileOf(file) ?? []);
  if (files.length === 0) return;
  const { recordBankReturns } = await admin.execute(RecordBankReturnsDocument, {
    input: { idempotencyKey: randomUUID(), file: files.join('') },
  });
  const [refusal] = recordBankReturns?.userErrors ?? [];
  if (refusal) throw new Error(`the bank's file was refused: ${refusal.message}`);
  if (recordBankReturns?.remainingCount) await handInReturns(aws, admin);
}

const digits = (value: number, width: number): string => String(value).padStart(width, '0');
