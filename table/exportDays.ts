/** How long an export is kept: the table's record of it, and its file in the bucket (`infra/PayrollBucket.ts`). */
export const EXPORT_DAYS = 7;
