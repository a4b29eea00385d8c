import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { OperationRecord } from '../../table/operation.ts';
import { SEGMENTS_PER_PIECE } from './segmentsPerPiece.ts';

const s3 = new S3Client({});

/** Writes a piece of an export under a name that follows from where it begins: written again it is the same object. */
export async function putPiece(operation: OperationRecord, fromSegment: number, piece: Uint8Array): Promise<void> {
  await s3.send(
    new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: keyOf(operation, fromSegment), Body: piece }),
  );
}

/** All pieces of an export in their order, one at a time. */
export async function* getPieces(operation: OperationRecord): AsyncGenerator<Uint8Array> {
  for (let segment = 0; segment < operation.totalCount; segment += SEGMENTS_PER_PIECE) {
    const key = keyOf(operation, segment);
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key }));
    if (!Body) throw new Error(`${key} has no content`);
    yield await Body.transformToByteArray();
  }
}

const keyOf = ({ companyId, operationId }: OperationRecord, fromSegment: number) =>
  `exports/${companyId}/${operationId}/pieces/${fromSegment}`;
