import type { EmployeeInput, PayrollInputInput } from '../clients/generated/schema.ts';

/** The sample company's pay group and the period that the demonstration runs. */
export const SAMPLE_PAY_GROUP_ID = 'biweekly';
export const SAMPLE_PERIOD_START_DATE = '2026-11-09';

const GIVEN_NAMES =
  'Ana Ben Carla Dev Elena Farid Grace Hugo Ines Jamal Kim Luis Maya Noor Omar Priya Quinn Rosa Sam Tara Uma Viktor Wei Ximena Yusuf Zoe'.split(
    ' ',
  );
const FAMILY_NAMES =
  'Adams Brown Chen Diaz Evans Fischer Garcia Hughes Ivanova Jones Khan Lopez Martin Nguyen Olsen Patel Quinn Reyes Singh Taylor Ueda Vargas Walker Xu Young Zhang'.split(
    ' ',
  );
const STATES = ['TX', 'TX', 'TX', 'FL', 'FL', 'TN', 'NV', 'WA', 'NH', 'SD', 'WY'] as const;
const FILING_STATUSES = ['SINGLE', 'SINGLE', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD'] as const;

/** Rates and wage bases for the sample's states: examples of what a company copies from its rate notices. */
export const SAMPLE_UNEMPLOYMENT_RATES = [
  { state: 'TX', ratePercent: '2.7', wageBase: '9000' },
  { state: 'FL', ratePercent: '2.7', wageBase: '7000' },
  { state: 'TN', ratePercent: '2.7', wageBase: '7000' },
  { state: 'NV', ratePercent: '2.95', wageBase: '43700' },
  { state: 'WA', ratePercent: '1.2', wageBase: '78200' },
  { state: 'NH', ratePercent: '2.7', wageBase: '14000' },
  { state: 'SD', ratePercent: '1.2', wageBase: '15000' },
  { state: 'WY', ratePercent: '1.6', wageBase: '33800' },
];

export interface SampleEmployee {
  employee: EmployeeInput;
  /** Absent for salaried employees, and for the hourly ones whose hours nobody handed in. */
  hours?: PayrollInputInput;
}

/**
 * The first `count` employees of the sample company; the same ones every time. Six in ten are salaried, the others hourly
 * with overtime now and then. One in a hundred has data that cannot be paid: no Form W-4, no pay, no hours, or a state
 * whose rules are not there.
 */
export function* sampleEmployees(count: number): Generator<SampleEmployee> {
  const random = seededRandom(2026);
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
  for (let number = 1; number <= count; number++) {
    const isSalaried = random() < 0.6;
    const flaw = number % 100 === 37 ? pick(['NO_W4', 'NO_PAY', 'NO_HOURS', 'NO_STATE'] as const) : undefined;
    const externalId = `E${String(number).padStart(6, '0')}`;
    const salary = 38_000 + Math.floor(random() ** 2 * 170) * 1000;
    const rateCents = 1500 + Math.floor(random() * 3200);
    const employee: EmployeeInput = {
      externalId,
      payGroupId: SAMPLE_PAY_GROUP_ID,
      givenName: pick(GIVEN_NAMES),
      familyName: pick(FAMILY_NAMES),
      hireDate: `20${10 + Math.floor(random() * 16)}-0${1 + Math.floor(random() * 9)}-15`,
      workState: flaw === 'NO_STATE' ? 'OR' : pick(STATES),
      taxProfile:
        flaw === 'NO_W4'
          ? null
          : {
              filingStatus: pick(FILING_STATUSES),
              multipleJobs: random() < 0.15,
              ...(random() < 0.3 ? { dependentsCredit: pick(['2200', '4400', '500']) } : {}),
              ...(random() < 0.1 ? { extraWithholding: '25.00' } : {}),
            },
      compensation:
        flaw === 'NO_PAY'
          ? null
          : isSalaried && flaw !== 'NO_HOURS'
            ? { type: 'SALARY', annualSalary: `${salary}` }
            : {
                type: 'HOURLY',
                hourlyRate: `${Math.floor(rateCents / 100)}.${String(rateCents % 100).padStart(2, '0')}`,
              },
    };
    const weeks = [1, 2].map((week) => ({
      week,
      hours: random() < 0.25 ? pick(['42.5', '45', '48']) : pick(['40', '38', '36.5']),
    }));
    const needsHours = employee.compensation?.type === 'HOURLY' && flaw !== 'NO_HOURS';
    yield needsHours ? { employee, hours: { externalId, hoursWorked: weeks } } : { employee };
  }
}

/** Mulberry32: small, and the same numbers on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
