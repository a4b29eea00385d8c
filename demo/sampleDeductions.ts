import type { DeductionInput } from '../clients/generated/schema.ts';
import type { SampleRandom } from './SampleRandom.ts';
import { stateTreatmentsOf } from './stateTreatmentsOf.ts';

/** The deductions that an employee chose: half have health insurance and a 401(k), few have the rest. */
export function sampleDeductions(
  random: SampleRandom,
  states: readonly string[],
  jurisdictions: readonly string[],
): DeductionInput[] {
  const chosen: DeductionInput[] = [];
  if (random.chance(0.55))
    chosen.push({
      deductionId: 'health',
      type: 'SECTION_125_HEALTH',
      amount: random.pick(['92.50', '128.00', '184.75']),
    });
  if (random.chance(0.12)) {
    const [hsaCoverage, amount] = random.pick([['SELF_ONLY', '75.00'] as const, ['FAMILY', '150.00'] as const]);
    chosen.push({ deductionId: 'hsa', type: 'HSA', amount, hsaCoverage });
  }
  if (random.chance(0.06)) chosen.push({ deductionId: 'fsa', type: 'HEALTH_FSA', amount: '60.00' });
  if (random.chance(0.04))
    chosen.push({
      deductionId: 'dependent-care',
      type: 'DEPENDENT_CARE_FSA',
      amount: '120.00',
      isFilingSeparately: random.chance(0.2),
    });
  if (random.chance(0.06)) chosen.push({ deductionId: 'commuter', type: 'COMMUTER', amount: '90.00' });
  if (random.chance(0.5))
    chosen.push({
      deductionId: '401k',
      type: 'TRADITIONAL_401K',
      percent: random.pick(['3', '4', '5', '6', '7.5', '10']),
      takenIn: 'EVERY_RUN',
    });
  if (random.chance(0.08)) chosen.push({ deductionId: 'roth', type: 'ROTH_401K', percent: random.pick(['2', '5']) });
  if (random.chance(0.1))
    chosen.push({ deductionId: 'dues', type: 'POST_TAX', amount: '18.50', whenPayIsShort: 'SKIP' });
  return chosen.map((deduction) => {
    const stateTreatments = stateTreatmentsOf(deduction.type, states, jurisdictions);
    return stateTreatments.length > 0 ? { ...deduction, stateTreatments } : deduction;
  });
}
