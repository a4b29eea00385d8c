import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from '../../../demo/sampleUsers.ts';
import { openPayrollOffice, type PayrollOffice } from '../../acceptance/payrollOffice.ts';
import { callCli } from './callCli.ts';
import type { CliAnswer } from './runCli.ts';

export interface CliOffice extends PayrollOffice {
  /** Runs the command line against this office. */
  payroll: (...words: string[]) => Promise<CliAnswer>;
}

/** Opens an office, and leaves in its data directory what `npm start` leaves there for the command line. */
export async function openCliOffice(employees: number): Promise<CliOffice> {
  const office = await openPayrollOffice({ employees });
  const { aws, dataDirectory } = office;
  const configuration = {
    graphqlUrl: `${aws.endpoint}/graphql`,
    userPoolClientId: aws.template.outputs['UserPoolClientId'],
    userPoolEndpoint: `${aws.endpoint}/cognito-idp`,
    sampleUsers: Object.values(SAMPLE_USERS)
      .filter(({ companyId }) => companyId === SAMPLE_COMPANY_ID)
      .map(({ username, group }) => ({ username, group, password: SAMPLE_PASSWORD })),
  };
  writeFileSync(join(dataDirectory, 'local.json'), JSON.stringify(configuration));
  return { ...office, payroll: (...words) => callCli([...words, '--data-dir', dataDirectory]) };
}
