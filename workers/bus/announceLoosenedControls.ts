import type { ControlChangeRecord } from '../../table/controlChange.ts';
import { publish } from './publish.ts';

/** Publishes that fewer people look at runs than before, so that somebody beside who changed it learns of it. */
export async function announceLoosenedControls(changes: readonly ControlChangeRecord[]): Promise<void> {
  for (const { companyId, control, payGroupId, before, after, actor, at } of changes.filter(isLoosened))
    await publish('ControlLoosened', { companyId, control, payGroupId, before, after, actor, at });
}

const isLoosened = (change: ControlChangeRecord) => change.isLoosened;
