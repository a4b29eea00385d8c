import { ApiFault } from './ApiFault.ts';

/** What Amplify rejects with: GraphQL's answer, an error of its own wrapped like one, or an error as it is. */
interface Rejection {
  name?: string;
  /** Of an error of the SDK's client. */
  code?: string;
  message?: string;
  errors?: { message?: string; errorType?: string; originalError?: { name?: string } }[];
}

const SIGNED_OUT = [
  'NoSignedUser',
  'NoValidAuthTokens',
  'NotAuthorizedException',
  'UnauthorizedException',
  'UserUnAuthenticatedException',
];
const THROTTLED = [
  'ThrottlingException',
  'TooManyRequestsException',
  'LimitExceededException',
  'WAFForbiddenException',
];

/** Reads an error of Amplify's as one of the few things that can be done about it. */
export function faultOf(error: unknown): ApiFault {
  if (error instanceof ApiFault) return error;
  const rejection = (error ?? {}) as Rejection;
  const first = rejection.errors?.[0];
  const names = [rejection.name, rejection.code, first?.errorType, first?.originalError?.name].map(
    (name) => name ?? '',
  );
  const message = first?.message ?? rejection.message ?? '';
  const isOneOf = (known: readonly string[]) => known.some((name) => names.includes(name) || message === name);

  if (isOneOf(SIGNED_OUT)) return new ApiFault('SIGNED_OUT', 'Your sign-in has ended.', error);
  // A refused subscription carries the service's answer inside its message.
  if (names.includes('Unauthorized') || message.includes('Not Authorized to access'))
    return new ApiFault('FORBIDDEN', 'Your role does not allow this. Ask a payroll administrator for access.', error);
  if (isOneOf(THROTTLED))
    return new ApiFault('THROTTLED', 'The service is receiving too many requests. Wait a moment.', error);
  if (names.includes('NetworkError') || names.includes('NETWORK') || message === 'A network error has occurred.')
    return new ApiFault('UNREACHABLE', 'The service does not answer. Check your connection.', error);
  return new ApiFault('UNEXPECTED', message || 'The service answered in an unexpected way.', error);
}
