import type { EmployeeInput, GarnishmentInput } from '../clients/generated/schema.ts';
import type { SampleRandom } from './SampleRandom.ts';

const SUPPORT: GarnishmentInput = {
  orderId: 'support-1',
  type: 'CHILD_SUPPORT',
  receivedDate: '2025-02-10',
  amount: '310.00',
};
const CREDITOR: GarnishmentInput = {
  orderId: 'creditor-1',
  type: 'CREDITOR',
  receivedDate: '2025-09-01',
  balance: '4800.00',
};

/** Orders as they come to an employer, one kind or several together. */
const ORDERS: readonly GarnishmentInput[][] = [
  [SUPPORT],
  [{ ...SUPPORT, isSupportingOtherFamily: true, hasArrearsOver12Weeks: true }],
  [SUPPORT, { ...SUPPORT, orderId: 'support-2', receivedDate: '2025-11-03', amount: '275.00' }],
  [{ ...CREDITOR, hasFederalLimitOnly: true }],
  [{ ...CREDITOR, stateLimit: { percent: '15', protectedAmount: '480.00' } }],
  [SUPPORT, { ...CREDITOR, hasFederalLimitOnly: true }],
  [{ orderId: 'loan-1', type: 'STUDENT_LOAN', receivedDate: '2025-06-12' }],
  [{ orderId: 'agency-1', type: 'FEDERAL_AGENCY_DEBT', receivedDate: '2025-07-21', balance: '2150.00' }],
  [{ orderId: 'levy-1', type: 'FEDERAL_TAX_LEVY', receivedDate: '2025-08-05', exemptAmount: '619.23' }],
  [
    {
      orderId: 'levy-2',
      type: 'STATE_TAX_LEVY',
      receivedDate: '2025-10-30',
      exemptAmount: '900.00',
      balance: '1320.00',
    },
  ],
  [{ orderId: 'plan-1', type: 'CHAPTER_13', receivedDate: '2025-04-16', amount: '225.00' }],
];

/** One employee in twenty-five has orders to withhold. */
export function sampleGarnishments(random: SampleRandom): Pick<EmployeeInput, 'garnishments' | 'supportAllocation'> {
  if (!random.chance(0.04)) return {};
  const garnishments = random.pick(ORDERS);
  const hasSeveralSupportOrders = garnishments.filter(({ type }) => type === 'CHILD_SUPPORT').length > 1;
  return {
    garnishments,
    ...(hasSeveralSupportOrders ? { supportAllocation: random.pick(['PRORATE', 'EQUAL'] as const) } : {}),
  };
}
