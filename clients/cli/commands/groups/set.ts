import type { Invocation } from '../../Invocation.ts';
import { type GroupGiven, setPayGroup } from '../../setPayGroup.ts';

export const run = (invocation: Invocation<GroupGiven>): Promise<number> => setPayGroup(invocation, invocation.given);
