import { createHash } from 'node:crypto';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { DocumentFormat, DocumentLink } from '../clients/generated/schema.ts';
import { getCompany } from '../table/company.ts';
import { getRun } from '../table/payrollRun.ts';
import { getRunItem, type RunItemPlace } from '../table/runItem.ts';
import { presignDownload } from './exports/presignDownload.ts';
import { getSegment } from './manifest/getSegment.ts';
import { payslipDocumentsOf } from './payslips/payslipDocumentsOf.ts';
import { renderPayslip } from './payslips/renderPayslip.ts';

const s3 = new S3Client({});

interface RenderPayslipDocumentEvent extends RunItemPlace {
  format: DocumentFormat;
}

const CONTENT_TYPES = { PDF: 'application/pdf', HTML: 'text/html; charset=utf-8' } as const;

/** Query.payslipDocument and Query.myPayslipDocument: a payslip as a file, with an address for 15 minutes. */
export const handler = async ({ format, ...place }: RenderPayslipDocumentEvent): Promise<DocumentLink | null> => {
  const nowMs = Date.now();
  const { companyId, runId, segment } = place;
  const [run, company, item] = await Promise.all([getRun(companyId, runId), getCompany(companyId), getRunItem(place)]);
  if (!run?.manifestKey || !company || item?.status !== 'CALCULATED') return null;
  const frozen = await getSegment(run.manifestKey, segment);
  const [document] = await payslipDocumentsOf(run, frozen, [item], company.name);
  if (!document) return null;
  const content = await renderPayslip(document, format);
  // By its content, which changes when the payslip is taken back.
  const hash = createHash('sha256').update(content).digest('hex');
  const key = `exports/${companyId}/payslips/${hash}/${document.payslipId}.${format.toLowerCase()}`;
  const ContentType = CONTENT_TYPES[format];
  await s3.send(new PutObjectCommand({ Bucket: process.env.BUCKET_NAME, Key: key, Body: content, ContentType }));
  return presignDownload(key, nowMs);
};
