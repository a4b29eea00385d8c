import { DecryptCommand, GenerateDataKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { getDataKey, putDataKey } from '../../table/dataKey.ts';
import { AccountVault } from './AccountVault.ts';

const kms = new KMSClient({});

/** How long a data key stays in memory: a revoked key of the service is felt within this time. */
const KEPT_MS = 5 * 60_000;

const opened = new Map<string, { vault: Promise<AccountVault>; untilMs: number }>();

/** The vault of a company; makes its data key when the company has none yet. One call of KMS in five minutes. */
export function openVault(companyId: string, nowMs: number): Promise<AccountVault> {
  const kept = opened.get(companyId);
  if (kept && nowMs < kept.untilMs) return kept.vault;
  const vault = dataKeyOf(companyId, nowMs).then((dataKey) => new AccountVault(dataKey));
  opened.set(companyId, { vault, untilMs: nowMs + KEPT_MS });
  vault.catch(() => opened.delete(companyId));
  return vault;
}

async function dataKeyOf(companyId: string, nowMs: number): Promise<Uint8Array> {
  const KeyId = process.env.FIELD_KEY_ARN;
  // Who opens another company's key with this company's name is refused by KMS itself.
  const EncryptionContext = { companyId };
  const record = await getDataKey(companyId);
  if (record) {
    const { Plaintext } = await kms.send(
      new DecryptCommand({ KeyId, EncryptionContext, CiphertextBlob: record.encryptedKey }),
    );
    return present(Plaintext);
  }
  const { Plaintext, CiphertextBlob } = await kms.send(
    new GenerateDataKeyCommand({ KeyId, EncryptionContext, KeySpec: 'AES_256' }),
  );
  const createdAt = new Date(nowMs).toISOString();
  const isKept = await putDataKey({ companyId, encryptedKey: present(CiphertextBlob), createdAt });
  // Somebody else's key got there first; what is sealed with ours would never open again.
  return isKept ? present(Plaintext) : dataKeyOf(companyId, nowMs);
}

function present(bytes: Uint8Array | undefined): Uint8Array {
  if (!bytes) throw new Error('KMS answered without a key');
  return bytes;
}
