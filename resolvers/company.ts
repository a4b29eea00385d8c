import type { Company } from '../clients/generated/schema.ts';
import type { CompanyRecord } from '../table/company.ts';
import { percentOf } from './percent.ts';

/** A company as the API shows it. */
export function companyAnswerOf(company: CompanyRecord): Company {
  return {
    companyId: company.companyId,
    name: company.name,
    selfApprovalAllowed: company.selfApprovalAllowed,
    employeeCount: company.employeeSequence,
    isFutaExempt: company.isFutaExempt ?? false,
    electedLevies: company.electedLevies ?? [],
    secondApproverAbovePercent: percentOf(company.secondApproverAbovePpm),
    version: company.version,
  };
}
