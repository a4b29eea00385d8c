import type { PayrollInputInput } from '../../generated/schema.ts';

/** What a source entered for an employee and a period, in the shape in which it is handed in. */
export interface SourceInput {
  externalId: string;
  employeeName: string;
  /** Of the source's part. */
  version: number;
  input: PayrollInputInput;
}
