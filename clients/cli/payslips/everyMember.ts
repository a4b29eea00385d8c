import { factsShape } from '../../../payroll/factsShape.ts';
import type { Shape } from '../../../payroll/Shape.ts';

const BEGIN =
  '<!-- Every member: written by `node clients/cli/build.ts` from payroll/factsShape.ts; `npm test` compares. -->';
const END = '<!-- The end of what is written. -->';

/** docs/payslip-input.md with the list of every member as it is now. */
export function withEveryMember(page: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined)
    throw new Error('docs/payslip-input.md has no place for the members');
  const rows = rowsBelow(factsShape, '').map(([path, says]) => `- \`${path}\`: ${says}`);
  return `${before}${[BEGIN, '', ...rows, '', END].join('\n')}${after}`;
}

/** Every member below a shape: its path, and what it must be. */
function rowsBelow(shape: Shape<unknown>, path: string): (readonly [path: string, says: string])[] {
  const rows = shape.below.flatMap(([name, member, isOptional]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [[at, `${isOptional ? 'optional, ' : ''}${member.says}`] as const, ...rowsBelow(member, at)];
  });
  // Kinds of an object may share members.
  return rows.filter(([at, says], index) => rows.findIndex((row) => row[0] === at && row[1] === says) === index);
}
