import { refuse, type Refusal } from './errors.ts';
import { factsShape } from './factsShape.ts';

/**
 * Refuses facts that are not of the documented shape, by the path of the first fault: a member that is missing, one of
 * another type, a word that is not in its list of words. Facts may come from a file that somebody wrote by hand.
 * @param others members that the facts do not have: a file's are refused, because a misspelt one would be ignored and pay
 * somebody wrongly; those of a run that was frozen by an older version are left alone
 */
export function checkShape(facts: unknown, others: 'REFUSED' | 'IGNORED'): Refusal | undefined {
  const fault = factsShape.faultIn(facts, others === 'REFUSED');
  if (fault === undefined) return undefined;
  const path = fault.path.join('.');
  const problem = `${path === '' ? 'The value' : path} ${fault.problem}.`;
  return refuse(fault.type, problem, `${fault.fix} See docs/payslip-input.md.`, path === '' ? undefined : path);
}
