import type { LocalAws } from 'cdk-local-engine';
import { employeeIdAt } from '../table/employeeId.ts';

export const SAMPLE_COMPANY_ID = 'sample';

/** Password of every sample user: they exist on this machine alone. */
export const SAMPLE_PASSWORD = 'Sample-Payroll-2026!';

export interface SampleUser {
  username: string;
  group: 'PayrollAdmin' | 'PayrollApprover' | 'PayrollViewer' | 'Employee';
  companyId: string;
}

const user = (name: string, group: SampleUser['group'], companyId = SAMPLE_COMPANY_ID): SampleUser => ({
  username: `${name}@${companyId}.example`,
  group,
  companyId,
});

/** One of each group, and the administrator of another company, who must not see any of this. */
export const SAMPLE_USERS = {
  admin: user('admin', 'PayrollAdmin'),
  approver: user('approver', 'PayrollApprover'),
  viewer: user('viewer', 'PayrollViewer'),
  employee: user('employee', 'Employee'),
  stranger: user('admin', 'PayrollAdmin', 'other'),
} as const;

const POOLS = 'AWSCognitoIdentityProviderService';

/** Creates the sample users in the user pool, as an administrator of the pool would; those that are there stay. */
export async function createSampleUsers({ cloud, operator, template }: LocalAws): Promise<void> {
  const UserPoolId = template.outputs['UserPoolId'];
  for (const { username, group, companyId } of Object.values(SAMPLE_USERS)) {
    const Username = username;
    try {
      const attributes = [
        { Name: 'email', Value: username },
        { Name: 'email_verified', Value: 'true' },
        { Name: 'custom:companyId', Value: companyId },
        ...(group === 'Employee' ? [{ Name: 'custom:employeeId', Value: firstEmployeeOf(companyId) }] : []),
      ];
      const created = { UserPoolId, Username, MessageAction: 'SUPPRESS', UserAttributes: attributes };
      await cloud.call(POOLS, 'AdminCreateUser', created, operator);
    } catch (error) {
      if ((error as Error).name === 'UsernameExistsException') continue;
      throw error;
    }
    const password = { UserPoolId, Username, Password: SAMPLE_PASSWORD, Permanent: true };
    await cloud.call(POOLS, 'AdminSetUserPassword', password, operator);
    await cloud.call(POOLS, 'AdminAddUserToGroup', { UserPoolId, Username, GroupName: group }, operator);
  }
}

/** The id that the first employee of the sample company gets; see `seedSampleCompany.ts`. */
const firstEmployeeOf = (companyId: string) => employeeIdAt(companyId, 'E000001', 0);
