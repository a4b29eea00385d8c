import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { ImportRecord } from '../../table/importJob.ts';
import type { Download } from '../exports/presignDownload.ts';

const s3 = new S3Client({});

/** Long enough for a gigabyte over a slow line. */
const UPLOAD_SECONDS = 3_600;

/** How much of a file is in memory at once. */
const PART_BYTES = 8 * 1024 * 1024;

type Which = Pick<ImportRecord, 'companyId' | 'importId'>;

const folderOf = ({ companyId, importId }: Which) => `imports/${companyId}/${importId}`;

/** Apart from what the import writes: it goes within a day, whatever becomes of the import. */
const uploadKeyOf = ({ companyId, importId }: Which) => `uploads/${companyId}/${importId}.jsonl`;

export const resultsKeyOf = (which: Which) => `${folderOf(which)}/results-${which.importId}.jsonl`;

const pieceKeyOf = (which: Which, name: string) => `${folderOf(which)}/pieces/${name}`;

const inBucket = (Key: string) => ({ Bucket: process.env.BUCKET_NAME, Key });

/** The address that the file is sent to. */
export async function presignUpload(record: ImportRecord, nowMs: number): Promise<Download> {
  const url = await getSignedUrl(s3, new PutObjectCommand(inBucket(uploadKeyOf(record))), {
    expiresIn: UPLOAD_SECONDS,
    signingDate: new Date(nowMs),
  });
  return { url, expiresAt: new Date(nowMs + UPLOAD_SECONDS * 1_000).toISOString() };
}

/** How long the file is that was sent; absent when none was. */
export async function uploadedBytes(which: Which): Promise<number | undefined> {
  try {
    return (await s3.send(new HeadObjectCommand(inBucket(uploadKeyOf(which))))).ContentLength;
  } catch (error) {
    // A role that may not list the bucket is not told that an object is absent: S3 answers 403 for it.
    if (error instanceof S3ServiceException && [403, 404].includes(error.$metadata.httpStatusCode ?? 0))
      return undefined;
    throw error;
  }
}

export const deleteUpload = async (which: Which): Promise<void> => {
  await s3.send(new DeleteObjectCommand(inBucket(uploadKeyOf(which))));
};

/** Bytes of the file from one position to another, which is not among them. */
export async function readUpload(which: Which, fromByte: number, toByte: number): Promise<Uint8Array> {
  const { Body } = await s3.send(
    new GetObjectCommand({ ...inBucket(uploadKeyOf(which)), Range: `bytes=${fromByte}-${toByte - 1}` }),
  );
  if (!Body) throw new Error(`${uploadKeyOf(which)} has no content`);
  return Body.transformToByteArray();
}

/** The whole file, a part at a time. */
export async function* uploadParts(which: Which, sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < sizeBytes; from += PART_BYTES)
    yield await readUpload(which, from, Math.min(from + PART_BYTES, sizeBytes));
}

export const putPiece = async (which: Which, name: string, Body: string): Promise<void> => {
  await s3.send(new PutObjectCommand({ ...inBucket(pieceKeyOf(which, name)), Body }));
};

export async function getPiece(which: Which, name: string): Promise<Uint8Array> {
  const { Body } = await s3.send(new GetObjectCommand(inBucket(pieceKeyOf(which, name))));
  if (!Body) throw new Error(`${pieceKeyOf(which, name)} has no content`);
  return Body.transformToByteArray();
}
