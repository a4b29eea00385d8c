/** Who is signed in, as the access token says. The service decides; the page only offers what will be allowed. */
export interface Session {
  userId: string;
  /** The address that the user signs in with. */
  username: string;
  companyId: string;
  groups: readonly string[];
}

/** The groups that may read runs. */
const PAYROLL_OFFICE = ['PayrollAdmin', 'PayrollApprover', 'PayrollViewer'];

export const mayReadRuns = ({ groups, companyId }: Session): boolean =>
  companyId !== '' && groups.some((group) => PAYROLL_OFFICE.includes(group));

export const mayStartAndCancel = ({ groups }: Session): boolean => groups.includes('PayrollAdmin');

export const mayApproveAndReject = ({ groups }: Session): boolean => groups.includes('PayrollApprover');
