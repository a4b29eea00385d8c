import { randomBytes } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { AwsService } from '../AwsService.ts';
import { authorize, type Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unsupported } from '../unsupported.ts';
import { keyIdOf, seal, unseal } from './ciphertextBlob.ts';
import {
  authenticatedData,
  conditionKeys,
  type EncryptionContext,
  readEncryptionContext,
} from './encryptionContext.ts';
import { KeyFiles, type StoredKey } from './KeyFiles.ts';
import { readBlob, readDataKeyBytes } from './requestMembers.ts';

type Request = Readonly<Record<string, unknown>>;

const MAX_PLAINTEXT_BYTES = 4096;
const MAX_CIPHERTEXT_BYTES = 6144;
const KEY_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const COMMON = ['KeyId', 'EncryptionContext', 'EncryptionAlgorithm'];

/**
 * AWS KMS: symmetric keys of the template, and what encrypts with them. Every thread opens its own on the same files, and
 * every call is synchronous. Rotation changes nothing here: AWS keeps the old material beside the new, unseen.
 */
export class Kms implements AwsService {
  readonly targetPrefix = 'TrentService';
  readonly contentType = 'application/x-amz-json-1.1';
  readonly #account: Pick<Cloud, 'accountId' | 'region' | 'clock'>;
  readonly #keys: KeyFiles;

  constructor(account: Pick<Cloud, 'accountId' | 'region' | 'clock' | 'dataDirectory'>) {
    this.#account = account;
    this.#keys = new KeyFiles(account.dataDirectory);
  }

  /** An `AWS::KMS::Key` with resolved properties. Its material stays as long as the data directory does. */
  defineKey(keyId: string, properties: Readonly<Record<string, unknown>>): void {
    const { Enabled, KeySpec, KeyUsage, MultiRegion, Origin, KeyPolicy, Description } = properties;
    if (Enabled === false) unsupported(`Enabled: false of the KMS key ${keyId}`);
    if ((KeySpec ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') unsupported(`the KMS key spec ${String(KeySpec)}`);
    if ((KeyUsage ?? 'ENCRYPT_DECRYPT') !== 'ENCRYPT_DECRYPT') unsupported(`the KMS key usage ${String(KeyUsage)}`);
    if ((Origin ?? 'AWS_KMS') !== 'AWS_KMS') unsupported(`the KMS key origin ${String(Origin)}`);
    if (MultiRegion === true) unsupported('multi-Region KMS keys');
    if (!leavesItToIam(KeyPolicy)) unsupported(`a KMS key policy that does not let the account's IAM policies count`);
    this.#keys.put(keyId, typeof Description === 'string' ? Description : '', this.#account.clock.now());
  }

  call(operation: string, input: Request, caller: Caller): unknown {
    const answer = this.#operations[operation] ?? unsupported(`the KMS operation ${operation}`);
    return answer(input, caller);
  }

  get operations(): readonly string[] {
    return Object.keys(this.#operations);
  }

  readonly #operations: Readonly<Record<string, (input: Request, caller: Caller) => unknown>> = {
    DescribeKey: (input, caller) => this.#describeKey(input, caller),
    Encrypt: (input, caller) => this.#encrypt(input, caller),
    Decrypt: (input, caller) => this.#decrypt(input, caller),
    GenerateDataKey: (input, caller) => this.#generateDataKey(input, caller),
  };

  #describeKey(input: Request, caller: Caller): unknown {
    refuseOtherProperties(input, ['KeyId'], 'DescribeKey');
    const { keyId, description, createdAtMs } = this.#permitted('DescribeKey', this.#named(input), caller, {});
    return {
      KeyMetadata: {
        AWSAccountId: this.#account.accountId,
        KeyId: keyId,
        Arn: this.#arnOf(keyId),
        CreationDate: createdAtMs / 1000,
        Enabled: true,
        Description: description,
        KeyUsage: 'ENCRYPT_DECRYPT',
        KeyState: 'Enabled',
        Origin: 'AWS_KMS',
        KeyManager: 'CUSTOMER',
        CustomerMasterKeySpec: 'SYMMETRIC_DEFAULT',
        KeySpec: 'SYMMETRIC_DEFAULT',
        EncryptionAlgorithms: ['SYMMETRIC_DEFAULT'],
        MultiRegion: false,
      },
    };
  }

  #encrypt(input: Request, caller: Caller): unknown {
    refuseOtherProperties(input, [...COMMON, 'Plaintext'], 'Encrypt');
    const plaintext = readBlob(input, 'Plaintext', MAX_PLAINTEXT_BYTES);
    const context = contextOf(input);
    const key = this.#permitted('Encrypt', this.#named(input), caller, context);
    return { ...this.#sealed(key, plaintext, context), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
  }

  #generateDataKey(input: Request, caller: Caller): unknown {
    refuseOtherProperties(input, [...COMMON, 'KeySpec', 'NumberOfBytes'], 'GenerateDataKey');
    const plaintext = randomBytes(readDataKeyBytes(input));
    const context = contextOf(input);
    const key = this.#permitted('GenerateDataKey', this.#named(input), caller, context);
    return { ...this.#sealed(key, plaintext, context), Plaintext: plaintext.toString('base64') };
  }

  #decrypt(input: Request, caller: Caller): unknown {
    refuseOtherProperties(input, [...COMMON, 'CiphertextBlob'], 'Decrypt');
    const blob = readBlob(input, 'CiphertextBlob', MAX_CIPHERTEXT_BYTES);
    const context = contextOf(input);
    const key = input['KeyId'] === undefined ? this.#sealedUnder(blob) : this.#named(input);
    this.#permitted('Decrypt', key, caller, context);
    if (keyIdOf(blob) !== key.keyId) {
      throw new AwsError(
        'IncorrectKeyException',
        'The key ID in the request does not identify a CMK that can perform this operation.',
      );
    }
    const plaintext = unseal(key.material, blob, authenticatedData(context));
    return {
      KeyId: this.#arnOf(key.keyId),
      Plaintext: plaintext.toString('base64'),
      EncryptionAlgorithm: 'SYMMETRIC_DEFAULT',
    };
  }

  #sealed({ keyId, material }: StoredKey, plaintext: Buffer, context: EncryptionContext): object {
    const blob = seal(keyId, material, plaintext, authenticatedData(context));
    return { KeyId: this.#arnOf(keyId), CiphertextBlob: blob.toString('base64') };
  }

  /** IAM, with the key's policy as far as it speaks of everybody, decides on the key's ARN and the context. */
  #permitted(operation: string, key: StoredKey, caller: Caller, context: EncryptionContext): StoredKey {
    authorize(caller, `kms:${operation}`, this.#arnOf(key.keyId), {
      'kms:CallerAccount': this.#account.accountId,
      ...conditionKeys(context),
    });
    return key;
  }

  /** The key that `KeyId` names, by its id or its ARN. */
  #named({ KeyId }: Request): StoredKey {
    if (typeof KeyId !== 'string') {
      throw new AwsError(
        'ValidationException',
        "1 validation error detected: Value null at 'keyId' failed to satisfy constraint: Member must not be null",
      );
    }
    if (/(^|:)alias\//.test(KeyId)) unsupported('aliases of KMS keys');
    const ownKeys = this.#arnOf('');
    const keyId = KeyId.startsWith(ownKeys) ? KeyId.slice(ownKeys.length) : KeyId;
    if (KeyId.startsWith('arn:') && keyId === KeyId) {
      throw new AwsError('NotFoundException', `Invalid arn ${KeyId.split(':')[3]}`);
    }
    if (!KEY_ID.test(keyId)) throw new AwsError('NotFoundException', `Invalid keyId '${keyId}'`);
    const key = this.#keys.find(keyId);
    if (!key) throw new AwsError('NotFoundException', `Key '${this.#arnOf(keyId)}' does not exist`);
    return key;
  }

  #sealedUnder(blob: Buffer): StoredKey {
    const key = this.#keys.find(keyIdOf(blob));
    if (key) return key;
    throw new AwsError(
      'AccessDeniedException',
      'The ciphertext refers to a customer master key that does not exist, does not exist in this region, or you are not allowed to access.',
    );
  }

  #arnOf(keyId: string): string {
    return `arn:aws:kms:${this.#account.region}:${this.#account.accountId}:key/${keyId}`;
  }
}

function contextOf({ EncryptionContext, EncryptionAlgorithm }: Request): EncryptionContext {
  if ((EncryptionAlgorithm ?? 'SYMMETRIC_DEFAULT') !== 'SYMMETRIC_DEFAULT') {
    unsupported(`the KMS encryption algorithm ${String(EncryptionAlgorithm)}`);
  }
  return readEncryptionContext(EncryptionContext);
}

/** Whether a key's policy has AWS's default statement, without which a grant in IAM means nothing. */
function leavesItToIam(keyPolicy: unknown): boolean {
  const { Statement = [] } = (keyPolicy ?? {}) as { Statement?: Record<string, unknown>[] };
  return [Statement].flat().some(({ Effect, Action, Principal }) => {
    const principal = String((Principal as { AWS?: unknown } | undefined)?.AWS);
    return Effect === 'Allow' && [Action].flat().includes('kms:*') && principal.endsWith(':root');
  });
}
