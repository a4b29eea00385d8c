/** How long an export and its file are kept; `infra/PayrollBucket.ts` lets the objects go. */
export const EXPORT_DAYS = 7;
