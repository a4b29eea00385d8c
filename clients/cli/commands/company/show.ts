import { CompanyDocument } from '../../../generated/operations/graphql.ts';
import { CliError } from '../../CliError.ts';
import { EXIT } from '../../exitCodes.ts';
import type { Invocation } from '../../Invocation.ts';

export async function run(invocation: Invocation<unknown>): Promise<number> {
  const { company } = await invocation.read(CompanyDocument, {});
  if (!company)
    throw new CliError(EXIT.refused, 'COMPANY_NOT_FOUND', 'There is no company yet: "company set" makes it.');
  invocation.print(company, () =>
    [
      `${company.companyId}  ${company.name}, version ${company.version}`,
      `  ${company.employeeCount} employees`,
      `  who started a run ${company.selfApprovalAllowed ? 'may' : 'may not'} approve it`,
      company.secondApproverAbovePercent === null
        ? '  one approver is always enough'
        : `  a second approver above ${company.secondApproverAbovePercent} %`,
      `  ${company.isFutaExempt ? 'exempt from' : 'subject to'} federal unemployment tax`,
      ...(company.electedLevies.length > 0 ? [`  withholds ${company.electedLevies.join(', ')}`] : []),
    ].join('\n'),
  );
  return EXIT.ok;
}
