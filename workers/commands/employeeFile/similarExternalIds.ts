import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import { refuse, type Refusal } from '../../../payroll/errors.ts';

/** Those of the similar external ids that the row does not confirm to be other people's. */
export const unconfirmedOf = ({ distinctFrom }: EmployeeInput, similar: readonly string[]): string[] =>
  [...new Set(similar)].filter((externalId) => !distinctFrom?.includes(externalId));

/** Somebody new whose external id differs in writing alone from one that exists: one person, or two? */
export function similarExists(externalId: string, similar: readonly string[]): Refusal<'SIMILAR_EMPLOYEE_EXISTS'> {
  const [first = ''] = similar;
  const names = similar.map((other) => `"${other}"`).join(', ');
  return refuse(
    'SIMILAR_EMPLOYEE_EXISTS',
    `externalId "${externalId}" differs from ${names} only by blanks, case, leading zeros or characters that look alike${lookAlike(externalId, first)}.`,
    `If it is the same employee, send "${first}" as the externalId. If they are different people, name ${names} in distinctFrom.`,
    'externalId',
  );
}

/** Where two ids differ that may look the same on the screen. */
function lookAlike(one: string, other: string): string {
  const [ones, others] = [[...one], [...other]];
  const index = ones.findIndex((character, at) => character !== others[at]);
  const at = index < 0 ? ones.length : index;
  const pair = [ones[at], others[at]];
  if (pair.every((character) => character === undefined || character <= '~')) return '';
  const [here, there] = pair.map((character) => (character === undefined ? 'nothing' : codePointOf(character)));
  return ` (character ${at + 1} is ${here} here and ${there} there)`;
}

const codePointOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
