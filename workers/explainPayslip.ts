import { explainPayslip } from '../payroll/explainPayslip.ts';
import { explainReversal } from '../payroll/explainReversal.ts';
import type { RunItemPlace } from '../table/runItem.ts';
import { explanationOf, type RecordedExplanation } from './recorded/explanationOf.ts';
import { firstDifferenceOf } from './recorded/firstDifferenceOf.ts';
import { getRecordedPayslip } from './recorded/getRecordedPayslip.ts';

type ExplainedPayslip = { explanation: RecordedExplanation } | { firstDifference: string };

/**
 * Query.explainPayslip: calculates the payslip once more from its frozen facts, with the trace on. A payslip that comes out
 * otherwise than it was recorded is not explained, because the explanation would be that of another one.
 */
export const handler = async (place: RunItemPlace): Promise<ExplainedPayslip | null> => {
  const recorded = await getRecordedPayslip(place);
  if (!recorded) return null;
  const { item, facts, original } = recorded;
  const firstDifference = firstDifferenceOf(recorded);
  if (firstDifference !== undefined) return { firstDifference };
  const explained = explainPayslip(facts);
  if (!explained.ok) throw new Error(`a payslip that was just verified is refused: ${explained.error.message}`);
  return { explanation: explanationOf(original ? explainReversal(explained.value) : explained.value, item) };
};
