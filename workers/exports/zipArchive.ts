import { LOCAL_HEADER_BYTES, LOCAL_HEADER_SIGNATURE } from './zipEntry.ts';

const DIRECTORY_SIGNATURE = 0x02014b50;
const DIRECTORY_HEADER_BYTES = 46;
const END_SIGNATURE = 0x06054b50;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_VERSION = 45;
const ZIP64_EXTRA = 0x0001;

/** What a field says whose value is in the part for large archives. */
const IN_ZIP64_16 = 0xffff;
const IN_ZIP64_32 = 0xffffffff;

/**
 * A ZIP archive of entries that come in pieces (`zipEntry`), with the directory behind them. More than 65,534 files and more
 * than 4 GiB are written as ZIP64, which every present reader reads. Memory holds a piece, and some 90 bytes an entry.
 * Source: PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16 and 4.5.3.
 */
export async function* zipArchive(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let bytes = 0;
  let entries = 0;
  for await (const piece of pieces) {
    const headers = directoryOf(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength), bytes);
    directory.push(Buffer.concat(headers));
    entries += headers.length;
    bytes += piece.byteLength;
    yield piece;
  }
  const whole = Buffer.concat(directory);
  yield whole;
  yield endOf(entries, bytes, whole.length);
}

/** The directory's headers of the entries of a piece, which begins at `start` of the archive. */
function directoryOf(piece: Buffer, start: number): Buffer[] {
  const headers: Buffer[] = [];
  for (let at = 0; at < piece.length;) {
    if (piece.readUInt32LE(at) !== LOCAL_HEADER_SIGNATURE) throw new Error(`no entry begins at byte ${at} of a piece`);
    const nameStart = at + LOCAL_HEADER_BYTES;
    const nameEnd = nameStart + piece.readUInt16LE(at + 26);
    headers.push(directoryHeader(piece.subarray(at, nameStart), piece.subarray(nameStart, nameEnd), start + at));
    at = nameEnd + piece.readUInt32LE(at + 18);
  }
  return headers;
}

function directoryHeader(localHeader: Buffer, name: Buffer, offset: number): Buffer {
  const isFar = offset >= IN_ZIP64_32;
  const header = Buffer.alloc(DIRECTORY_HEADER_BYTES);
  header.writeUInt32LE(DIRECTORY_SIGNATURE, 0);
  // Made by; then from the version that is needed to the length of the name, as in the entry itself.
  header.writeUInt16LE(ZIP64_VERSION, 4);
  localHeader.copy(header, 6, 4, 28);
  if (isFar) header.writeUInt16LE(ZIP64_VERSION, 6);
  header.writeUInt32LE(isFar ? IN_ZIP64_32 : offset, 42);
  if (!isFar) return Buffer.concat([header, name]);
  const extra = Buffer.alloc(12);
  extra.writeUInt16LE(ZIP64_EXTRA, 0);
  extra.writeUInt16LE(8, 2);
  extra.writeBigUInt64LE(BigInt(offset), 4);
  header.writeUInt16LE(extra.length, 30);
  return Buffer.concat([header, name, extra]);
}

/** The end of the archive, which says where the directory is. */
function endOf(entries: number, directoryStart: number, directoryBytes: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_SIGNATURE, 0);
  end.writeUInt16LE(Math.min(entries, IN_ZIP64_16), 8);
  end.writeUInt16LE(Math.min(entries, IN_ZIP64_16), 10);
  end.writeUInt32LE(Math.min(directoryBytes, IN_ZIP64_32), 12);
  end.writeUInt32LE(Math.min(directoryStart, IN_ZIP64_32), 16);
  const isLarge = entries >= IN_ZIP64_16 || directoryBytes >= IN_ZIP64_32 || directoryStart >= IN_ZIP64_32;
  if (!isLarge) return end;
  const large = Buffer.alloc(56);
  large.writeUInt32LE(ZIP64_END_SIGNATURE, 0);
  large.writeBigUInt64LE(BigInt(large.length - 12), 4);
  large.writeUInt16LE(ZIP64_VERSION, 12);
  large.writeUInt16LE(ZIP64_VERSION, 14);
  large.writeBigUInt64LE(BigInt(entries), 24);
  large.writeBigUInt64LE(BigInt(entries), 32);
  large.writeBigUInt64LE(BigInt(directoryBytes), 40);
  large.writeBigUInt64LE(BigInt(directoryStart), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(ZIP64_LOCATOR_SIGNATURE, 0);
  locator.writeBigUInt64LE(BigInt(directoryStart + directoryBytes), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([large, locator, end]);
}
