import { useRef, useState } from 'react';
import { PayrollInputDocument, UpsertPayrollInputsDocument } from '../../generated/operations/graphql.ts';
import type { PayrollInputInput } from '../../generated/schema.ts';
import { batchesOf } from '../../sdk/batchesOf.ts';
import { refusedRows } from '../../sdk/upsertAll.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { execute } from '../api/execute.ts';
import { faultOf } from '../api/faultOf.ts';
import { withResolution } from '../../sdk/withResolution.ts';
import type { HoursSheet } from './HoursSheet.ts';

export interface SaveState {
  isBusy: boolean;
  fault: ApiFault | undefined;
  /** How the last save ended; undefined before the first. */
  outcome: { saved: number; refused: number } | undefined;
  save: () => void;
}

/** Saves what was typed, batch by batch. A batch that is sent again, because its answer was lost, has the same key. */
export function useSaveSheet(sheet: HoursSheet, payGroupId: string, periodStartDate: string): SaveState {
  const [state, setState] = useState<Omit<SaveState, 'save'>>({ isBusy: false, fault: undefined, outcome: undefined });
  const keys = useRef(new Map<string, string>());

  const send = async (inputs: PayrollInputInput[]) => {
    const text = JSON.stringify(inputs);
    const idempotencyKey = keys.current.get(text) ?? crypto.randomUUID();
    keys.current.set(text, idempotencyKey);
    const input = { idempotencyKey, payGroupId, periodStartDate, inputs };
    const { upsertPayrollInputs } = await execute(UpsertPayrollInputsDocument, { input });
    keys.current.delete(text); // answered: the same row typed later is another intention
    const { results = [], userErrors = [] } = upsertPayrollInputs ?? {};
    return results.length > 0 ? results : refusedRows(inputs, userErrors);
  };
  const readInput = async (employeeId: string) =>
    (await execute(PayrollInputDocument, { payGroupId, periodStartDate, employeeId })).payrollInput ?? undefined;

  const save = async () => {
    const rows = new Map(sheet.savable().map(({ row, input }) => [input.externalId, { row, input }]));
    if (state.isBusy || rows.size === 0) return;
    setState({ isBusy: true, fault: undefined, outcome: undefined });
    const outcome = { saved: 0, refused: 0 };
    try {
      for (const batch of batchesOf([...rows.values()].map(({ input }) => input)))
        for (const { externalId, outcome: became, userErrors } of await send(batch)) {
          const employeeId = rows.get(externalId)?.row.employeeId;
          if (employeeId === undefined) continue;
          const isConflict = userErrors.some(({ code }) => code === 'VERSION_CONFLICT');
          if (became !== 'REFUSED') outcome.saved++;
          else outcome.refused++;
          if (became !== 'REFUSED' || isConflict) sheet.takeInput(employeeId, await readInput(employeeId), !isConflict);
          else
            sheet.refuse(
              employeeId,
              userErrors.map((error) => withResolution(error)),
            );
        }
      setState({ isBusy: false, fault: undefined, outcome });
    } catch (error) {
      setState({ isBusy: false, fault: faultOf(error), outcome });
    }
  };
  return { ...state, save: () => void save() };
}
