import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  ClientAttributes,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  StringAttribute,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import type { UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** The groups that the schema's directives name, and what each may do. */
const GROUPS = {
  PayrollAdmin: 'Maintains companies, employees and inputs, and starts payroll runs',
  PayrollApprover: 'Approves or rejects payroll runs',
  PayrollViewer: 'Reads everything of the company',
  Employee: 'Reads own payslips',
} as const;

/**
 * The people who use the service. Accounts are made by an administrator, who also sets the company and, for an
 * employee, the employee: nobody can change these later, because every key of every item is built from them.
 * `addTokenClaims` puts both into the access token, which is the one that clients send.
 */
export class PayrollUserPool extends UserPool {
  readonly client: UserPoolClient;

  constructor(scope: Construct, id: string, props: { readonly addTokenClaims: IFunction }) {
    super(scope, id, {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      customAttributes: {
        companyId: new StringAttribute({ mutable: false }),
        employeeId: new StringAttribute({ mutable: false }),
      },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(3),
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      // The cheapest plan that lets a trigger add claims to the access token.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, props.addTokenClaims, LambdaVersion.V2_0);
    for (const [groupName, description] of Object.entries(GROUPS)) this.addGroup(groupName, { groupName, description });

    this.client = this.addClient('Client', {
      generateSecret: false,
      authFlows: { userSrp: true, userPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
      // A signed-in user may change a name, and nothing that decides what may be seen.
      writeAttributes: new ClientAttributes().withStandardAttributes({ fullname: true }),
    });
    Validations.of(this).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'A second factor is on offer (TOTP) and not forced: companies that sign in through their own identity provider have theirs there, and the command line signs in unattended.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason: 'Essentials has all that is used; Plus (risk scores) is a price per user that each company decides on.',
      },
    );
  }
}
