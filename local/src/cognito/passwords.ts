import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { AwsError } from '../AwsError.ts';
import type { PasswordPolicy } from './UserPool.ts';

const scryptAsync = promisify<string, Buffer, number, Buffer>(scrypt);
const KEY_BYTES = 32;

/** `<salt>:<key>` in hexadecimal, by scrypt with Node's cost parameters. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await scryptAsync(password, salt, KEY_BYTES);
  return `${salt.toString('hex')}:${key.toString('hex')}`;
}

export async function isPasswordRight(password: string, hash: string): Promise<boolean> {
  const [salt = '', key = ''] = hash.split(':');
  return timingSafeEqual(Buffer.from(key, 'hex'), await scryptAsync(password, Buffer.from(salt, 'hex'), KEY_BYTES));
}

/** Throws `InvalidPasswordException` naming the first rule that `password` breaks. */
export function checkPasswordPolicy(password: string, policy: PasswordPolicy): void {
  const refuse = (reason: string) => {
    throw new AwsError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
  };
  if (password.length < policy.minimumLength) refuse('Password not long enough');
  if (policy.requireLowercase && !/[a-z]/.test(password)) refuse('Password must have lowercase characters');
  if (policy.requireUppercase && !/[A-Z]/.test(password)) refuse('Password must have uppercase characters');
  if (policy.requireNumbers && !/\d/.test(password)) refuse('Password must have numeric characters');
  if (policy.requireSymbols && !/[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+\- ]/.test(password)) {
    refuse('Password must have symbol characters');
  }
}
