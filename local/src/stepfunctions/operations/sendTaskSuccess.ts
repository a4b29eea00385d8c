import { AwsError } from '../../AwsError.ts';
import { Payload } from '../Payload.ts';
import { findTask } from './findTask.ts';
import type { Operation } from './Operation.ts';
import { stringOf } from './requestMembers.ts';

export const sendTaskSuccess: Operation = (engine, input, caller) => {
  const callback = findTask(engine, input, caller, 'states:SendTaskSuccess');
  const output = stringOf(input, 'output');
  let payload: Payload;
  try {
    payload = Payload.of(JSON.parse(output));
  } catch (error) {
    throw new AwsError('InvalidOutput', `Invalid Output: '${(error as Error).message}'`);
  }
  if (payload.exceedsLimit) throw new AwsError('InvalidOutput', "Invalid Output: 'Output is larger than 262144 bytes'");
  callback.succeed(payload);
  return {};
};
