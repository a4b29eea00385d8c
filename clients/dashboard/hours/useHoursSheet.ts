import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import { HoursSheet, type SheetEdits } from './HoursSheet.ts';
import type { PayInput } from './PayInput.ts';
import { readSheet, type SheetPage } from './readSheet.ts';
import { columnsOf, OTHER_EARNINGS, USUAL_EARNINGS } from './SheetColumn.ts';

/** States whose daily overtime the time clock has to state for every week. */
const DAILY_OVERTIME = ['AK', 'CA', 'CO', 'NV'];

export interface SheetPeriod {
  payGroupId: string;
  period: { startDate: string; endDate: string };
  /** The off-cycle run that is entered for; undefined: the regular run. */
  offCycleSequence: number | undefined;
}

interface ReadSheet extends SheetPage {
  fault: ApiFault | undefined;
}

/** What is typed and not saved, by sheet: a look at another screen loses none of it. */
const kept = new Map<string, SheetEdits>();

function keptEdits(key: string): SheetEdits {
  const edits = kept.get(key) ?? new Map<string, Map<string, string>>();
  kept.set(key, edits);
  return edits;
}

const NOTHING: ReadSheet = { employees: [], inputs: new Map(), isWhole: false, fault: undefined };

/** Who is in the group in the period, and what was entered for them, shown as it is read. */
function useReadSheet({ payGroupId, period }: SheetPeriod, attempt: number): ReadSheet {
  const [read, setRead] = useState(NOTHING);
  const { startDate, endDate } = period;
  useEffect(() => {
    let isCurrent = true;
    const readAll = async () => {
      for await (const page of readSheet(payGroupId, { startDate, endDate })) {
        if (!isCurrent) return;
        setRead({ ...page, fault: undefined });
      }
    };
    setRead(NOTHING);
    readAll().catch((error: unknown) => isCurrent && setRead((known) => ({ ...known, fault: faultOf(error) })));
    return () => {
      isCurrent = false;
    };
  }, [payGroupId, startDate, endDate, attempt]);
  return read;
}

/** The sheet of a period, filled as it is read. */
export function useHoursSheet(asked: SheetPeriod, showsAllEarnings: boolean) {
  const [attempt, setAttempt] = useState(0);
  const read = useReadSheet(asked, attempt);
  const { payGroupId, period, offCycleSequence } = asked;
  const edits = keptEdits(`${payGroupId} ${period.startDate} ${offCycleSequence}`);
  const hasStateOvertime = read.employees.some(({ workState }) => DAILY_OVERTIME.includes(workState));
  const used = new Set([
    ...usedEarnings(read.inputs),
    ...[...edits.values()].flatMap((columns) => [...columns.keys()]),
  ]);
  const others = OTHER_EARNINGS.filter(({ id }) => showsAllEarnings || used.has(id));
  const otherIds = others.map(({ id }) => id).join(' ');
  const sheet = useMemo(() => {
    const earnings = [...USUAL_EARNINGS, ...OTHER_EARNINGS.filter(({ id }) => otherIds.split(' ').includes(id))];
    const columns = columnsOf({ period, offCycleSequence, hasStateOvertime, earnings });
    return new HoursSheet(columns, offCycleSequence ?? null, edits);
  }, [period, offCycleSequence, hasStateOvertime, otherIds, edits]);
  useEffect(() => sheet.take(read.employees, read.inputs), [sheet, read.employees, read.inputs]);
  useSyncExternalStore(sheet.subscribe, sheet.getVersion);
  const readAgain = useCallback(() => setAttempt((number) => number + 1), []);
  return { sheet, isWhole: read.isWhole, fault: read.fault, readAgain };
}

const usedEarnings = (inputs: ReadonlyMap<string, PayInput>): string[] => [
  ...new Set(
    [...inputs.values()].flatMap(({ parts }) => parts.flatMap(({ earnings }) => earnings.map(({ type }) => type))),
  ),
];
