/**
 * What a file calls a payment: the employee's place in the company's roster, which the id of an employee begins with, and
 * the split. An id itself is too long for the field's fifteen characters, and an external id may be a name. Digits alone:
 * some banks refuse a file for a hyphen.
 */
export const individualIdOf = (employeeId: string, split: number): string => `${employeeId.slice(4, 12)}${split}`;

/** Takes it apart: what the employee's id begins with, and the split. */
export function ownerOfIndividualId(individualId: string): { employeeIdPrefix: string; split: number } {
  return { employeeIdPrefix: `emp_${individualId.slice(0, 8)}`, split: Number(individualId.slice(-1)) };
}
