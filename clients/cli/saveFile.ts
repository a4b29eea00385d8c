import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';
import type { Invocation } from './Invocation.ts';

/**
 * Downloads a file, to standard output where `output` is `-`. A download that breaks leaves no half file under its name.
 * @returns how many bytes it has
 */
export async function saveFile(
  { surroundings, signal }: Invocation<unknown>,
  url: string,
  output: string,
): Promise<number> {
  const response = await fetch(url, { signal }).catch((error: Error) => {
    if (signal.aborted) throw error;
    throw new CliError(EXIT.unreachable, 'DOWNLOAD_FAILED', `The file's address does not answer: ${error.message}.`);
  });
  if (!response.ok || !response.body)
    throw new CliError(EXIT.unreachable, 'DOWNLOAD_FAILED', `The file's address answered ${response.status}.`);
  const body = Readable.fromWeb(response.body as ReadableStream<Uint8Array>);
  let bytes = 0;
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      yield chunk;
    }
  };
  if (output === '-') {
    await pipeline(body, counted, surroundings.stdout, { signal, end: false });
    return bytes;
  }
  const partial = `${output}.part`;
  try {
    await pipeline(body, counted, createWriteStream(partial), { signal });
    await rename(partial, output);
  } catch (error) {
    await rm(partial, { force: true });
    if (signal.aborted) throw error;
    const { message, syscall } = error as NodeJS.ErrnoException;
    if (syscall === 'open' || syscall === 'write' || syscall === 'rename')
      throw new CliError(EXIT.usage, 'FILE_NOT_WRITABLE', `${output} cannot be written: ${message}`);
    throw new CliError(EXIT.unreachable, 'DOWNLOAD_FAILED', `The file broke off after ${bytes} bytes: ${message}.`);
  }
  return bytes;
}
