import { AwsError } from '../AwsError.ts';

/** A body freed from aws-chunked framing, and the trailing headers that came after its last chunk. */
export interface DecodedBody {
  body: Buffer;
  trailers: Record<string, string>;
}

/**
 * Decodes `Content-Encoding: aws-chunked` with unsigned chunks, which SDK v3 uses for streams so that it can send their
 * checksum behind them: chunks of hexadecimal size, CRLF, bytes, CRLF, a chunk of size 0, then `name:value` lines.
 * Throws `IncompleteBody` when it breaks off, or does not hold the announced number of bytes.
 */
export function decodeAwsChunked(encoded: Buffer, decodedContentLength: number): DecodedBody {
  const chunks: Buffer[] = [];
  let offset = 0;
  const line = (): string => {
    const end = encoded.indexOf('\r\n', offset);
    if (end < 0) throw incompleteBody();
    const text = encoded.toString('latin1', offset, end);
    offset = end + 2;
    return text;
  };
  for (;;) {
    const size = Number.parseInt(line(), 16);
    if (!Number.isSafeInteger(size) || size < 0 || offset + size > encoded.length) throw incompleteBody();
    if (size === 0) break;
    chunks.push(encoded.subarray(offset, offset + size));
    offset += size;
    if (line() !== '') throw incompleteBody();
  }
  const trailers: Record<string, string> = {};
  while (offset < encoded.length) {
    const text = line();
    const colon = text.indexOf(':');
    if (colon > 0) trailers[text.slice(0, colon).trim().toLowerCase()] = text.slice(colon + 1).trim();
  }
  const body = Buffer.concat(chunks);
  if (body.length !== decodedContentLength) throw incompleteBody();
  return { body, trailers };
}

function incompleteBody(): AwsError {
  return new AwsError(
    'IncompleteBody',
    'You did not provide the number of bytes specified by the Content-Length HTTP header',
  );
}
