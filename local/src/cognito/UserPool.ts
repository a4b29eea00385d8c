import { refuseOtherProperties } from '../refuseOtherProperties.ts';
import { unsupported } from '../unsupported.ts';

/** What the engine needs to know of an `AWS::Cognito::UserPool`. */
export interface UserPool {
  id: string;
  arn: string;
  /** The part of the id after `_`: SRP mixes it into every proof. */
  srpName: string;
  /** Whether users sign in with their e-mail address; their username is then an id that Cognito makes. */
  signsInByEmail: boolean;
  isCaseSensitive: boolean;
  allowsOnlyAdminCreation: boolean;
  /** `custom:` attributes that the schema declares. */
  customAttributes: ReadonlySet<string>;
  passwordPolicy: PasswordPolicy;
  temporaryPasswordDays: number;
  preTokenGeneration: { lambdaArn: string; version: '2' | '3' } | undefined;
}

/** Cognito's default policy is 8 characters of all four kinds. */
export interface PasswordPolicy {
  minimumLength: number;
  requireLowercase: boolean;
  requireUppercase: boolean;
  requireNumbers: boolean;
  requireSymbols: boolean;
}

const NO_MESSAGES = 'the local engine sends no e-mail and no SMS; operations that would are refused';

/** Properties that change nothing for a program on this machine, each with the reason why that is so. */
const WITHOUT_LOCAL_EFFECT: Readonly<Record<string, string>> = {
  AccountRecoverySetting: NO_MESSAGES,
  AutoVerifiedAttributes: NO_MESSAGES,
  DeletionProtection: 'deleting the data directory is the only way to delete a pool here',
  EmailConfiguration: NO_MESSAGES,
  EmailVerificationMessage: NO_MESSAGES,
  EmailVerificationSubject: NO_MESSAGES,
  EnabledMfas: 'a second factor cannot be enrolled here: those operations are refused',
  SmsVerificationMessage: NO_MESSAGES,
  UserAttributeUpdateSettings: NO_MESSAGES,
  UserPoolAddOns: 'threat protection judges addresses and devices, and here is only one',
  UserPoolTags: 'tags are for billing and search',
  UserPoolTier: 'tiers differ in price; features are accepted or refused one by one',
  VerificationMessageTemplate: NO_MESSAGES,
};

const EMULATED = [
  'AdminCreateUserConfig',
  'LambdaConfig',
  'MfaConfiguration',
  'Policies',
  'Schema',
  'UserPoolName',
  'UsernameAttributes',
  'UsernameConfiguration',
];

/** The accepted properties that are not acted on, as `property: reason`. */
export function acceptedWithoutEffect(properties: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(properties).flatMap((name) => {
    const reason = WITHOUT_LOCAL_EFFECT[name];
    return reason === undefined ? [] : [`${name}: ${reason}`];
  });
}

interface UserPoolProperties {
  AdminCreateUserConfig?: { AllowAdminCreateUserOnly?: boolean; UnusedAccountValidityDays?: number };
  LambdaConfig?: Record<string, unknown> & { PreTokenGenerationConfig?: { LambdaArn: string; LambdaVersion: string } };
  MfaConfiguration?: string;
  Policies?: { PasswordPolicy?: Record<string, unknown> };
  Schema?: { Name: string }[];
  UsernameAttributes?: string[];
  UsernameConfiguration?: { CaseSensitive?: boolean };
}

/** Reads resolved CloudFormation properties; refuses by name what the local engine cannot keep. */
export function userPoolOf(id: string, arn: string, properties: Readonly<Record<string, unknown>>): UserPool {
  const {
    AdminCreateUserConfig,
    LambdaConfig,
    MfaConfiguration = 'OFF',
    Policies,
    Schema = [],
    UsernameAttributes = [],
    UsernameConfiguration,
  } = properties as UserPoolProperties;
  refuseOtherProperties(properties, [...EMULATED, ...Object.keys(WITHOUT_LOCAL_EFFECT)], 'a Cognito user pool');
  // OPTIONAL asks nothing of users who enrolled no second factor, and here nobody can.
  if (MfaConfiguration === 'ON') unsupported('MfaConfiguration ON of a Cognito user pool');
  for (const attribute of UsernameAttributes) {
    if (attribute !== 'email') unsupported(`signing in to a Cognito user pool by ${attribute}`);
  }
  const srpName = id.split('_')[1];
  if (!srpName) throw new Error(`${id} is no user pool id: it must look like us-east-1_AbCdEfGhI`);
  const policy = Policies?.PasswordPolicy ?? {};
  return {
    id,
    arn,
    srpName,
    signsInByEmail: UsernameAttributes.includes('email'),
    isCaseSensitive: UsernameConfiguration?.CaseSensitive === true,
    allowsOnlyAdminCreation: AdminCreateUserConfig?.AllowAdminCreateUserOnly === true,
    customAttributes: new Set(Schema.map(({ Name }) => `custom:${Name.replace(/^custom:/, '')}`)),
    passwordPolicy: {
      minimumLength: Number(policy['MinimumLength'] ?? 8),
      requireLowercase: policy['RequireLowercase'] !== false,
      requireUppercase: policy['RequireUppercase'] !== false,
      requireNumbers: policy['RequireNumbers'] !== false,
      requireSymbols: policy['RequireSymbols'] !== false,
    },
    temporaryPasswordDays: Number(
      policy['TemporaryPasswordValidityDays'] ?? AdminCreateUserConfig?.UnusedAccountValidityDays ?? 7,
    ),
    preTokenGeneration: preTokenGenerationOf(LambdaConfig ?? {}),
  };
}

function preTokenGenerationOf({
  PreTokenGenerationConfig: config,
  ...others
}: NonNullable<UserPoolProperties['LambdaConfig']>) {
  for (const [trigger, arn] of Object.entries(others)) {
    // CloudFormation may repeat the function under the older name beside the versioned configuration.
    if (trigger === 'PreTokenGeneration' && arn === config?.LambdaArn) continue;
    unsupported(`the ${trigger} trigger of a Cognito user pool`);
  }
  if (!config) return undefined;
  const version = { V2_0: '2', V3_0: '3' }[config.LambdaVersion];
  if (version !== '2' && version !== '3')
    unsupported(`the PreTokenGeneration trigger in version ${config.LambdaVersion}`);
  return { lambdaArn: config.LambdaArn, version } as const;
}
