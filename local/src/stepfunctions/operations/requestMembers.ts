import { AwsError } from '../../AwsError.ts';

type Request = Readonly<Record<string, unknown>>;

export function stringOf(input: Request, name: string): string {
  const value = optionalStringOf(input, name);
  if (value === undefined)
    throw invalid(`Value null at '${name}' failed to satisfy constraint: Member must not be null`);
  return value;
}

export function optionalStringOf(input: Request, name: string): string | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new AwsError('SerializationException', `${name} must be a string`);
  return value;
}

/** An ARN that at least looks like one; throws `InvalidArn`. */
export function arnOf(input: Request, name: string): string {
  const arn = stringOf(input, name);
  if (!arn.startsWith('arn:'))
    throw new AwsError('InvalidArn', `Invalid Arn: 'Invalid ARN prefix: ${arn.split(':')[0]}'`);
  return arn;
}

export function numberOf(input: Request, name: string, { min, max }: { min: number; max: number }): number | undefined {
  const value = input[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'number') throw new AwsError('SerializationException', `${name} must be a number`);
  if (value < min)
    throw invalid(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must have value greater than or equal to ${min}`,
    );
  if (value > max)
    throw invalid(
      `Value '${value}' at '${name}' failed to satisfy constraint: Member must have value less than or equal to ${max}`,
    );
  return value;
}

/** `maxResults`, where 0 asks for the default of 100 as it does on AWS. */
export function pageSizeOf(input: Request): number {
  return numberOf(input, 'maxResults', { min: 0, max: 1000 }) || 100;
}

export function invalid(detail: string): AwsError {
  return new AwsError('ValidationException', `1 validation error detected: ${detail}`);
}
