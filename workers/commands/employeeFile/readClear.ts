import type { EmployeeInput, EmployeeMember } from '../../../clients/generated/schema.ts';
import type { InputReader } from '../InputReader.ts';
import type { EmployeeFile } from '../../../payroll/EmployeeFile.ts';

/** By the member's name in the API: what it is called in the file, and the members of the input that give it. */
const CLEARABLE = {
  TERMINATION_DATE: { file: 'terminationDate', inputs: ['terminationDate'] },
  BIRTH_DATE: { file: 'birthDate', inputs: ['birthDate'] },
  COMPENSATION: { file: 'compensation', inputs: ['compensation'] },
  TAX_PROFILE: { file: 'federalW4', inputs: ['taxProfile', 'taxProfileBefore2020', 'noTaxProfile'] },
  LOCK_IN_LETTER: { file: 'lockInLetter', inputs: ['lockInLetter'] },
  NONRESIDENT_ALIEN: { file: 'nonresidentAlien', inputs: ['nonresidentAlien'] },
  FICA_EXEMPTION: { file: 'ficaExemption', inputs: ['ficaExemption'] },
  SUPPORT_ALLOCATION: { file: 'supportAllocation', inputs: ['supportAllocation'] },
  WAS_TAX_WITHHELD_LAST_YEAR: { file: 'wasTaxWithheldLastYear', inputs: ['wasTaxWithheldLastYear'] },
  PRIOR_YEAR_SOCIAL_SECURITY_WAGES: {
    file: 'priorYearSocialSecurityWagesCents',
    inputs: ['priorYearSocialSecurityWages'],
  },
} as const satisfies Record<
  Exclude<EmployeeMember, 'COVERED_HOURS'>,
  { file: keyof EmployeeFile; inputs: readonly (keyof EmployeeInput)[] }
>;

/** What is recorded without what the input clears. A member that is cleared and given at once is refused. */
export function readClear(
  reader: InputReader,
  input: EmployeeInput,
  recorded: EmployeeFile | undefined,
): Partial<EmployeeFile> {
  let left: Partial<EmployeeFile> = { ...recorded };
  for (const member of input.clear ?? []) {
    if (member === 'COVERED_HOURS') {
      if (isGiven(input.compensation?.coveredHours)) refuseBoth(reader, member, 'compensation.coveredHours');
      left = withoutCoveredHours(left);
      continue;
    }
    const { file, inputs } = CLEARABLE[member];
    const given = inputs.find((name) => isGiven(input[name]));
    if (given) refuseBoth(reader, member, given);
    const { [file]: _cleared, ...others } = left;
    left = others;
  }
  return left;
}

const refuseBoth = (reader: InputReader, member: EmployeeMember, field: string) =>
  reader.refuse(`${field} is given, and clear names ${member}.`, 'Give one of the two.', field);

function withoutCoveredHours(file: Partial<EmployeeFile>): Partial<EmployeeFile> {
  if (file.compensation?.type !== 'SALARY') return file;
  const { coveredHoursHundredths: _cleared, ...compensation } = file.compensation;
  return { ...file, compensation };
}

const isGiven = (value: unknown) => value !== undefined && value !== null;
