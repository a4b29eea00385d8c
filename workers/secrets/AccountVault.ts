import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** What a number is sealed together with: opened beside anything else, it does not open. */
export interface AccountOwner {
  /** Employee id, or funding account id. */
  ownerId: string;
  accountType: 'CHECKING' | 'SAVINGS';
  routingNumber: string;
}

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seals and opens account numbers with a company's data key: AES-256-GCM, a fresh nonce each time. The key is 256 random
 * bits that KMS made and keeps encrypted; here it is divided in two, one for sealing and one for fingerprints.
 */
export class AccountVault {
  /** Key objects: from bytes each cipher would make one of its own. */
  readonly #sealingKey: KeyObject;
  readonly #fingerprintKey: KeyObject;

  constructor(dataKey: Uint8Array) {
    this.#sealingKey = derived(dataKey, 'account numbers');
    this.#fingerprintKey = derived(dataKey, 'fingerprints');
  }

  /** The number as it may be stored: base64url of nonce, tag and ciphertext. */
  seal(owner: AccountOwner, accountNumber: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.#sealingKey, nonce).setAAD(boundTo(owner));
    const ciphertext = Buffer.concat([cipher.update(accountNumber, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
  }

  /** The number. Throws when the text, or whom and which bank it is sealed for, is not as it was. */
  open(owner: AccountOwner, sealed: string): string {
    const bytes = Buffer.from(sealed, 'base64url');
    const nonce = bytes.subarray(0, NONCE_BYTES);
    const decipher = createDecipheriv(ALGORITHM, this.#sealingKey, nonce).setAAD(boundTo(owner));
    decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
    return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
  }

  /**
   * Tells whether a number is the one of before without keeping it. Keyed: an account number has so few digits that a plain
   * hash of it would give it away.
   */
  fingerprint(accountNumber: string): string {
    return createHmac('sha256', this.#fingerprintKey).update(accountNumber).digest('base64url');
  }
}

const derived = (dataKey: Uint8Array, purpose: string) =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', dataKey, '', purpose, 32)));

const boundTo = ({ ownerId, accountType, routingNumber }: AccountOwner) =>
  Buffer.from(`${ownerId}\n${accountType}\n${routingNumber}`);
