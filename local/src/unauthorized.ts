import { AwsError } from './AwsError.ts';

/** What AppSync answers to a caller whose credentials are missing, no good, or not enough. */
export function unauthorized(message = 'You are not authorized to make this call.'): AwsError {
  return new AwsError('UnauthorizedException', message, { statusCode: 401 });
}
