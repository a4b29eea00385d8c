import type { Company, UnemploymentRate } from '../clients/generated/schema.ts';
import type { CompanyRecord } from '../table/company.ts';
import { maybeMoneyOf } from './money.ts';
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
    unemploymentRates: Object.keys(company.unemployment)
      .sort()
      .map((state) => unemploymentRateOf(company, state)),
    deductionTreatments: (company.deductionTreatments ?? []).map((decided) => ({
      type: decided.type,
      place: decided.place,
      incomeTax: decided.incomeTax ?? null,
      levies: decided.levies ?? null,
      reason: decided.reason,
      decidedAt: decided.decidedAt,
    })),
    version: company.version,
  };
}

function unemploymentRateOf({ unemployment }: CompanyRecord, state: string): UnemploymentRate {
  const rate = unemployment[state];
  return {
    state,
    ratePercent: percentOf(rate?.ratePpm) ?? '0',
    wageBase: maybeMoneyOf(rate?.wageBaseCents),
  };
}
