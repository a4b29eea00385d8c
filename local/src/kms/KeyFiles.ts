import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A key as it lies in its file. */
export interface StoredKey {
  readonly keyId: string;
  readonly description: string;
  readonly createdAtMs: number;
  /** 256 bits. */
  readonly material: Buffer;
}

/**
 * Keys with their material, one file each in `<dataDirectory>/kms/`, readable by the owner alone. Threads read the same
 * files: only the main thread makes them, before any function runs.
 */
export class KeyFiles {
  readonly #directory: string;
  readonly #keys = new Map<string, StoredKey>();

  constructor(dataDirectory: string) {
    this.#directory = join(dataDirectory, 'kms');
  }

  /** Makes the key with new material, or gives the one there is a new description. */
  put(keyId: string, description: string, nowMs: number): void {
    const existing = this.find(keyId);
    if (existing?.description === description) return;
    const { createdAtMs = nowMs, material = randomBytes(32) } = existing ?? {};
    const text = JSON.stringify({ keyId, description, createdAtMs, material: material.toString('base64') });
    mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
    // Whole or not at all: half a key would be no key, and what it sealed would be lost.
    const draft = `${this.#fileOf(keyId)}.new`;
    writeFileSync(draft, text, { mode: 0o600, flush: true });
    renameSync(draft, this.#fileOf(keyId));
    this.#keys.set(keyId, { keyId, description, createdAtMs, material });
  }

  find(keyId: string): StoredKey | undefined {
    let key = this.#keys.get(keyId);
    if (!key && existsSync(this.#fileOf(keyId))) this.#keys.set(keyId, (key = this.#read(keyId)));
    return key;
  }

  #read(keyId: string): StoredKey {
    const { material, ...key } = JSON.parse(readFileSync(this.#fileOf(keyId), 'utf8')) as Omit<
      StoredKey,
      'material'
    > & { material: string };
    return { ...key, material: Buffer.from(material, 'base64') };
  }

  #fileOf(keyId: string): string {
    return join(this.#directory, `${keyId}.json`);
  }
}
