import { crc32, deflateRawSync } from 'node:zlib';

export const LOCAL_HEADER_BYTES = 30;
export const LOCAL_HEADER_SIGNATURE = 0x04034b50;

/** Of the format's 2.0: compression. */
const VERSION_NEEDED = 20;
const DEFLATED = 8;
const STORED = 0;
/** The first day that ZIP can name: archives are equal when their files are. */
const FIRST_DAY = (1 << 5) | 1;

/**
 * A file of a ZIP archive with its header, whose sizes come first: entries one after the other can be told apart again.
 * Written here because the library that reads archives in tests counts files in 16 bits, and a large run has more payslips.
 * Source: PKWARE APPNOTE 6.3, 4.3.7.
 * @param name in ASCII  @param content up to 4 GiB
 */
export function zipEntry(name: string, content: Uint8Array): Buffer {
  const deflated = deflateRawSync(content);
  const isSmaller = deflated.length < content.length;
  const data = isSmaller ? deflated : content;
  const header = Buffer.alloc(LOCAL_HEADER_BYTES);
  header.writeUInt32LE(LOCAL_HEADER_SIGNATURE, 0);
  header.writeUInt16LE(VERSION_NEEDED, 4);
  header.writeUInt16LE(isSmaller ? DEFLATED : STORED, 8);
  header.writeUInt16LE(FIRST_DAY, 12);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(data.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(name.length, 26);
  return Buffer.concat([header, Buffer.from(name, 'latin1'), data]);
}
