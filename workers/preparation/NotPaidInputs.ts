import { isEmployedIn } from '../../payroll/employment.ts';
import {
  addEnteredNotPaid,
  enteredNotPaid,
  type EnteredNotPaid,
  type NotPaidReason,
} from '../../payroll/enteredNotPaid.ts';
import { type EnteredPay, isNothing, sequencesOf } from '../../payroll/EnteredPay.ts';
import { getPeriodChanges } from '../../table/changes.ts';
import type { RosterMember } from '../../table/employee.ts';
import { enteredOf, type InputOfPeriod, readablePartsOf } from '../../table/payrollInput.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { sequenceStatesOf } from '../commands/payInputs/sequenceStatesOf.ts';

/**
 * Collects, bucket by bucket, what was entered for the period of a run and is not in it: counts, and the first few employees
 * of each reason. What depends on an employee's pay is found when the segment is calculated.
 */
export class NotPaidInputs {
  readonly #run: RunRecord;
  #found: EnteredNotPaid[] = [];
  /** By the off-cycle run, and by the period, that it was entered for. */
  readonly #bySequence = new Map<number, EnteredNotPaid[]>();
  readonly #byPeriod = new Map<string, EnteredNotPaid[]>();

  constructor(run: RunRecord) {
    this.#run = run;
  }

  /**
   * Looks at one input.
   * @param isIn whether the run takes the employee
   * @param isPaid whether another run paid the period to the employee
   */
  look(input: InputOfPeriod, employee: RosterMember, isIn: boolean, isPaid: boolean): void {
    const { type, sequence, period } = this.#run;
    const entered = readablePartsOf(input)?.map(enteredOf) ?? [];
    if (entered.length === 0) return;
    const isRegular = type === 'REGULAR';
    if (input.periodStartDate !== period.startDate) {
      if (isRegular && entered.some(hasRegularPart))
        addTo(this.#byPeriod, input.periodStartDate, enteredNotPaid('OTHER_PERIOD', employee.externalId));
      return;
    }
    if (isRegular)
      for (const ofRun of new Set(entered.flatMap(sequencesOf)))
        addTo(this.#bySequence, ofRun, enteredNotPaid('OFF_CYCLE_RUN_NOT_STARTED', employee.externalId));
    const isForRun = isRegular
      ? entered.some(hasRegularPart)
      : entered.some((part) => sequencesOf(part).includes(sequence));
    if (isForRun && !isIn && !isPaid) this.#note(enteredNotPaid(this.#reasonFor(employee), employee.externalId));
  }

  #reasonFor(employee: RosterMember): NotPaidReason {
    const { type, payGroupId, period } = this.#run;
    if (employee.payGroupId !== payGroupId) return 'OTHER_PAY_GROUP';
    return type === 'REGULAR' && !isEmployedIn(employee, period) ? 'NOT_EMPLOYED_IN_PERIOD' : 'NOT_NAMED';
  }

  #note(found: EnteredNotPaid): void {
    this.#found = addEnteredNotPaid([...this.#found, found]);
  }

  /** All that was found, without what another run has paid or will. */
  async result(): Promise<EnteredNotPaid[]> {
    const { companyId, payGroupId, period } = this.#run;
    const found = [...this.#found];
    const place = { companyId, payGroupId, periodStartDate: period.startDate };
    const states = await sequenceStatesOf(place, [...this.#bySequence.keys()]);
    for (const [sequence, ofRun] of this.#bySequence) if (!states.get(sequence)?.isStarted) found.push(...ofRun);
    for (const [startDate, ofPeriod] of this.#byPeriod) {
      const { approvedBy } = await getPeriodChanges(companyId, payGroupId, startDate);
      if (approvedBy === undefined) found.push(...ofPeriod);
    }
    return addEnteredNotPaid(found);
  }
}

const hasRegularPart = ({ offCycleEarnings: _others, supplementalMethod: _shared, ...regular }: EnteredPay): boolean =>
  !isNothing(regular);

function addTo<Key>(lists: Map<Key, EnteredNotPaid[]>, key: Key, found: EnteredNotPaid): void {
  lists.set(key, addEnteredNotPaid([...(lists.get(key) ?? []), found]));
}
