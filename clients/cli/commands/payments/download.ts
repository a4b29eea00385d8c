import { createHash } from 'node:crypto';
import { DownloadPaymentFileDocument } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';
import { readFileBytes } from '../../readFileBytes.ts';
import { saveFile } from '../../saveFile.ts';

export async function run(
  invocation: Invocation<{ run: string; file: string; output: string | undefined }>,
): Promise<number> {
  const { run: runId, file: paymentFileId } = invocation.given;
  const payload = await invocation.change(DownloadPaymentFileDocument, { runId, paymentFileId });
  const { url, controlSheet, paymentFile } = payload;
  if (!url || !paymentFile) throw new CliError(EXIT.fault, 'NO_ADDRESS', 'The service answered without an address.');
  const output = invocation.given.output ?? `${paymentFile.hash}.ach`;
  await saveFile(invocation, url, output);
  if (output === '-') return EXIT.ok;
  const hash = createHash('sha256').update(readFileBytes(output)).digest('hex');
  if (hash !== paymentFile.hash)
    throw new CliError(
      EXIT.fault,
      'HASH_DIFFERS',
      `${output} has the SHA-256 ${hash}: do not send it, fetch it again.`,
    );
  invocation.print({ output, hash, paymentFile, controlSheet }, () => `${controlSheet}Written to ${output}`);
  return EXIT.ok;
}
