import { AwsError } from '../AwsError.ts';

type Request = Readonly<Record<string, unknown>>;

const KEY_SPEC_BYTES: Readonly<Record<string, number>> = { AES_256: 32, AES_128: 16 };
const MAX_DATA_KEY_BYTES = 1024;

/** Bytes, which travel in base64. */
export function readBlob(input: Request, name: string, maxBytes: number): Buffer {
  const value = input[name];
  const member = name.charAt(0).toLowerCase() + name.slice(1);
  if (typeof value !== 'string') throw constraint(`Value null at '${member}'`, 'Member must not be null');
  const bytes = Buffer.from(value, 'base64');
  if (bytes.length === 0) {
    throw constraint(`Value at '${member}'`, 'Member must have length greater than or equal to 1');
  }
  if (bytes.length > maxBytes) {
    throw constraint(`Value at '${member}'`, `Member must have length less than or equal to ${maxBytes}`);
  }
  return bytes;
}

/** How long a data key is to be: `KeySpec` and `NumberOfBytes` are two ways to say it. */
export function readDataKeyBytes({ KeySpec, NumberOfBytes }: Request): number {
  if ((KeySpec === undefined) === (NumberOfBytes === undefined)) {
    throw new AwsError('ValidationException', 'Please specify either number of bytes or key spec.');
  }
  if (typeof KeySpec === 'string') {
    const bytes = KEY_SPEC_BYTES[KeySpec];
    if (bytes !== undefined) return bytes;
    throw constraint(`Value '${KeySpec}' at 'keySpec'`, 'Member must satisfy enum value set: [AES_256, AES_128]');
  }
  const bytes = Number(NumberOfBytes);
  if (bytes < 1)
    throw constraint(`Value '${bytes}' at 'numberOfBytes'`, 'Member must have value greater than or equal to 1');
  if (bytes > MAX_DATA_KEY_BYTES) {
    throw constraint(
      `Value '${bytes}' at 'numberOfBytes'`,
      `Member must have value less than or equal to ${MAX_DATA_KEY_BYTES}`,
    );
  }
  return bytes;
}

function constraint(value: string, rule: string): AwsError {
  return new AwsError(
    'ValidationException',
    `1 validation error detected: ${value} failed to satisfy constraint: ${rule}`,
  );
}
