import { hash } from 'node:crypto';

/** SHA-256 of a text, hexadecimal. The one import from outside this room: a hash is a pure function, and a safe one is not written twice. */
export function sha256Hex(text: string): string {
  return hash('sha256', text, 'hex');
}
