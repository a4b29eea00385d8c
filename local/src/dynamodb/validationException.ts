import { AwsError } from '../AwsError.ts';

/** The refusal of a malformed request, in DynamoDB's own sentence. */
export function validationException(message: string): AwsError {
  return new AwsError('ValidationException', message);
}
