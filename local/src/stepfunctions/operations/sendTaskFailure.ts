import { StatesError } from '../StatesError.ts';
import { findTask } from './findTask.ts';
import type { Operation } from './Operation.ts';
import { optionalStringOf } from './requestMembers.ts';

export const sendTaskFailure: Operation = (engine, input, caller) => {
  const callback = findTask(engine, input, caller, 'states:SendTaskFailure');
  const failure = new StatesError(optionalStringOf(input, 'error'), optionalStringOf(input, 'cause'), {
    isTaskFailure: true,
  });
  callback.fail(failure);
  return {};
};
