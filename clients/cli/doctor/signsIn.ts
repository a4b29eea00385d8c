import { CompanyDocument } from '../../generated/operations/graphql.ts';
import { exitOf } from '../exitOf.ts';
import type { Check } from './Check.ts';

export const signsIn: Check = {
  name: 'sign-in',
  look: async (openSession, signal) => {
    try {
      const { company } = await openSession().client.execute(CompanyDocument, {}, { signal });
      if (company) return { outcome: 'OK', found: `${company.name} (${company.companyId})` };
      return { outcome: 'FAILED', found: 'signed in, but there is no company', fix: 'Make it: payroll company set.' };
    } catch (error) {
      const { code, message } = exitOf(error);
      const fix =
        'Correct the credentials: PAYROLL_TOKEN, or PAYROLL_USERNAME and PAYROLL_PASSWORD. On this machine start the ' +
        'service again, which makes its sample users.';
      return { outcome: 'FAILED', found: `${code}: ${message}`, fix };
    }
  },
};
