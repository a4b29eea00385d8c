import { findTask } from './findTask.ts';
import type { Operation } from './Operation.ts';

export const sendTaskHeartbeat: Operation = (engine, input, caller) => {
  findTask(engine, input, caller, 'states:SendTaskHeartbeat').heartbeat();
  return {};
};
