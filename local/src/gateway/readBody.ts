import type { IncomingMessage } from 'node:http';
import { AwsError } from '../AwsError.ts';

/**
 * Reads a request's body whole; throws `RequestEntityTooLargeException` (413) as soon as it passes `maxBytes`, and
 * `IncompleteBody` when the client hangs up.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AwsError) throw error;
    throw new AwsError('IncompleteBody', 'The connection was closed before the whole request had arrived.');
  }
  const [only] = chunks;
  return only && chunks.length === 1 ? only : Buffer.concat(chunks, bytes);
}

function tooLarge(maxBytes: number): AwsError {
  return new AwsError('RequestEntityTooLargeException', `Request size exceeded ${maxBytes} bytes.`, {
    statusCode: 413,
  });
}
