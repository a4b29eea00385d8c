import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unsupported } from '../unsupported.ts';

/** A lifecycle rule that the local engine applies. */
export interface LifecycleRule {
  prefix: string;
  expirationDays: number | undefined;
  abortIncompleteUploadDays: number | undefined;
}

/** What the engine needs to know of an `AWS::S3::Bucket`. */
export interface Bucket {
  name: string;
  arn: string;
  lifecycleRules: LifecycleRule[];
  /** The header value that S3 answers for objects encrypted by the bucket's default. */
  encryption: 'AES256' | 'aws:kms';
  /** The customer-managed key that writers and readers need permissions on, if the template names one. */
  kmsKeyArn: string | undefined;
}

/** Properties that change nothing for a program on this machine, each with the reason why that is so. */
const WITHOUT_LOCAL_EFFECT: Readonly<Record<string, string>> = {
  AccessControl: 'every object belongs to the one local account',
  CorsConfiguration: 'the gateway lets pages of this machine in, and no others',
  LoggingConfiguration: 'access logs are a record for AWS auditors; the local engine writes none',
  OwnershipControls: 'every object belongs to the one local account',
  PublicAccessBlockConfiguration: 'the gateway listens on loopback only and takes no unsigned request',
  Tags: 'tags are for billing and search',
};

const EMULATED = ['BucketName', 'BucketEncryption', 'LifecycleConfiguration', 'VersioningConfiguration'];

/** Without versioning there are no noncurrent versions and no delete markers, so rules about them are kept by themselves. */
const RULE_PROPERTIES = [
  'AbortIncompleteMultipartUpload',
  'ExpirationInDays',
  'ExpiredObjectDeleteMarker',
  'Id',
  'NoncurrentVersionExpiration',
  'NoncurrentVersionExpirationInDays',
  'Prefix',
  'Status',
  'Transitions',
];

const COLD_STORAGE = new Set(['GLACIER', 'DEEP_ARCHIVE']);

/** The accepted properties that are not acted on, as `property: reason`. */
export function acceptedWithoutEffect(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(properties).flatMap((name) => {
    const reason = WITHOUT_LOCAL_EFFECT[name];
    return reason === undefined ? [] : [`${name}: ${reason}`];
  });
}

/** Reads resolved CloudFormation properties; refuses by name what the local engine cannot keep. */
export function bucketOf(properties: Readonly<Record<string, unknown>>): Bucket {
  const { BucketName: name, LifecycleConfiguration, BucketEncryption, VersioningConfiguration } = properties;
  if (typeof name !== 'string')
    throw new Error('an AWS::S3::Bucket has no BucketName; give it its physical name first');
  refuseOtherProperties(properties, [...EMULATED, ...Object.keys(WITHOUT_LOCAL_EFFECT)], `the S3 bucket ${name}`);
  if (memberOf(VersioningConfiguration, 'Status') === 'Enabled') unsupported(`versioning of an S3 bucket (${name})`);
  return {
    name,
    arn: `arn:aws:s3:::${name}`,
    lifecycleRules: listOf(memberOf(LifecycleConfiguration, 'Rules')).flatMap(lifecycleRuleOf),
    ...encryptionOf(BucketEncryption),
  };
}

function lifecycleRuleOf(rule: Record<string, unknown>): LifecycleRule[] {
  refuseOtherProperties(rule, RULE_PROPERTIES, 'an S3 lifecycle rule');
  const { Status, Prefix = '', ExpirationInDays, AbortIncompleteMultipartUpload, Transitions } = rule;
  for (const transition of listOf(Transitions)) {
    const storageClass = String(transition['StorageClass']);
    // The other classes differ in price only; from these two an object must be restored before it can be read.
    if (COLD_STORAGE.has(storageClass)) unsupported(`the S3 storage class ${storageClass}`);
  }
  if (Status !== 'Enabled') return [];
  const abortDays = memberOf(AbortIncompleteMultipartUpload, 'DaysAfterInitiation');
  return [
    {
      prefix: String(Prefix),
      expirationDays: ExpirationInDays === undefined ? undefined : Number(ExpirationInDays),
      abortIncompleteUploadDays: abortDays === undefined ? undefined : Number(abortDays),
    },
  ];
}

function encryptionOf(configuration: unknown): Pick<Bucket, 'encryption' | 'kmsKeyArn'> {
  const [rule] = listOf(memberOf(configuration, 'ServerSideEncryptionConfiguration'));
  const byDefault = rule?.['ServerSideEncryptionByDefault'];
  const algorithm = memberOf(byDefault, 'SSEAlgorithm') ?? 'AES256';
  if (algorithm !== 'AES256' && algorithm !== 'aws:kms') unsupported(`the S3 encryption ${JSON.stringify(algorithm)}`);
  const key = memberOf(byDefault, 'KMSMasterKeyID');
  return { encryption: algorithm, kmsKeyArn: typeof key === 'string' && key.startsWith('arn:') ? key : undefined };
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
}
