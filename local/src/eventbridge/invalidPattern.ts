import { AwsError } from '../AwsError.ts';

/** The refusal of an event pattern, with EventBridge's reason (its position in the source text is left out). */
export function invalidPattern(reason: string): AwsError {
  return new AwsError('InvalidEventPatternException', `Event pattern is not valid. Reason: ${reason}`);
}
