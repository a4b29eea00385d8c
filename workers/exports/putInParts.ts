import {
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

const s3 = new S3Client({});

/** S3 takes parts from 5 MiB on, and at most 10,000 of them: files of up to 80 GiB, of which memory holds a part. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * Writes an object whose bytes come one after the other. It is there when all of it is there; a part-way upload is let go by
 * the bucket's life cycle.
 */
export async function putInParts(key: string, contentType: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const target = { Bucket: process.env.BUCKET_NAME, Key: key };
  const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ ...target, ContentType: contentType }));
  const parts: CompletedPart[] = [];
  const upload = async (body: Uint8Array) => {
    const PartNumber = parts.length + 1;
    const { ETag } = await s3.send(new UploadPartCommand({ ...target, UploadId, PartNumber, Body: body }));
    parts.push({ PartNumber, ETag });
  };
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    waitingBytes += chunk.length;
    if (waitingBytes < PART_BYTES) continue;
    await upload(Buffer.concat(waiting));
    waiting = [];
    waitingBytes = 0;
  }
  if (waitingBytes > 0 || parts.length === 0) await upload(Buffer.concat(waiting));
  await s3.send(new CompleteMultipartUploadCommand({ ...target, UploadId, MultipartUpload: { Parts: parts } }));
}
