import type { Invocation } from '../../Invocation.ts';
import { type ScheduleGiven, setPayGroup } from '../../setPayGroup.ts';

export const run = (invocation: Invocation<ScheduleGiven>): Promise<number> =>
  setPayGroup(invocation, { name: undefined, approval: undefined, funding: undefined, ...invocation.given });
