import type { EmployeeInput } from '../../../clients/generated/schema.ts';
import type { EmployeeFile } from '../../../payroll/EmployeeFile.ts';
import type { EmployedDays, Employments } from '../../../payroll/employment.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** A person is hired again a few times at most. */
const MOST_EMPLOYMENTS = 20;

/**
 * The employments as an input leaves them. A hire date after the last day of the recorded employment begins another one,
 * and the recorded one is kept; any other hire date corrects the recorded one.
 * @param known what is recorded without what the input clears
 */
export function employmentsGiven(
  reader: InputReader,
  input: EmployeeInput,
  known: Partial<EmployeeFile>,
  recorded: EmployeeFile | undefined,
): Employments {
  const hireDate = reader.date(input.hireDate, 'hireDate') ?? known.hireDate ?? '';
  const given = reader.date(input.terminationDate, 'terminationDate');
  const listed = earlierGiven(reader, input);
  const ended = recorded?.terminationDate;
  const isHiredAgain = recorded !== undefined && ended !== undefined && hireDate > ended;
  const before = listed ?? recorded?.earlierEmployments ?? [];
  const isListed = before.some((each) => each.hireDate === recorded?.hireDate);
  const earlier =
    isHiredAgain && !isListed ? [...before, { hireDate: recorded.hireDate, terminationDate: ended }] : before;
  // The last day of the employment before is not one of the new employment.
  const terminationDate = given ?? (isHiredAgain ? undefined : known.terminationDate);
  if (terminationDate !== undefined && terminationDate < hireDate)
    reader.refuse(
      `terminationDate ${terminationDate} is before hireDate ${hireDate}.`,
      'Correct one of them; somebody who is hired again has a hireDate after the last day before.',
      input.terminationDate ? 'terminationDate' : 'hireDate',
    );
  for (const [index, { terminationDate: lastDay = '' }] of earlier.entries()) {
    const nextHireDate = earlier[index + 1]?.hireDate ?? hireDate;
    if (lastDay < nextHireDate) continue;
    reader.refuse(
      `An employment that ended on ${lastDay} is recorded, and the next one begins on ${nextHireDate}.`,
      'Correct the hire date, or give all earlier employments in earlierEmployments.',
      listed ? `earlierEmployments.${index}` : 'hireDate',
    );
  }
  return withoutAbsent<Employments>({
    hireDate,
    terminationDate,
    earlierEmployments: earlier.length > 0 ? earlier : undefined,
  });
}

/** The earlier employments that the input lists: all of them. Nothing where it leaves them alone. */
function earlierGiven(reader: InputReader, { earlierEmployments }: EmployeeInput): EmployedDays[] | undefined {
  if (!earlierEmployments) return undefined;
  if (earlierEmployments.length > MOST_EMPLOYMENTS)
    reader.refuse(
      `earlierEmployments has ${earlierEmployments.length} entries; at most ${MOST_EMPLOYMENTS} are allowed.`,
      'Leave out the oldest.',
      'earlierEmployments',
    );
  return earlierEmployments.map((each, index) => {
    const path = `earlierEmployments.${index}`;
    const hireDate = reader.date(each.hireDate, `${path}.hireDate`) ?? '';
    const terminationDate = reader.date(each.terminationDate, `${path}.terminationDate`) ?? '';
    if (terminationDate < hireDate)
      reader.refuse(`terminationDate ${terminationDate} is before hireDate ${hireDate}.`, 'Correct one of them.', path);
    return { hireDate, terminationDate };
  });
}
