import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalAws, LocalAwsOptions } from 'cdk-local-engine';
import {
  type ApprovePayrollRunMutation,
  ApprovePayrollRunDocument,
  CancelPayrollRunDocument,
  PayrollRunDocument,
  StartPayrollRunDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { StartPayrollRunInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { freePort } from '../../demo/freePort.ts';
import { SAMPLE_PAY_GROUP_ID, SAMPLE_PERIOD_START_DATE } from '../../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { seedSampleCompany } from '../../demo/seedSampleCompany.ts';
import { type Engine, startEngine } from '../../demo/startEngine.ts';

/** The sample company on an engine of its own, and the people who work with it. */
export interface PayrollOffice extends Engine {
  dataDirectory: string;
  admin: PayrollClient;
  approver: PayrollClient;
  /** The administrator of a company that does not exist yet. */
  stranger: PayrollClient;
  close(): Promise<void>;
}

export interface PayrollOfficeOptions extends Pick<LocalAwsOptions, 'clock' | 'faults' | 'log' | 'random'> {
  /** How many employees the sample company has. */
  employees: number;
  /** Goes on with an office that was open before; by default a fresh folder. */
  dataDirectory?: string;
  /** That office's port, because the addresses of its queues contain it. */
  port?: number;
}

/** Opens the office: the whole service from the synthesized template, with the sample company in it. */
export async function openPayrollOffice({ employees, ...options }: PayrollOfficeOptions): Promise<PayrollOffice> {
  const dataDirectory = options.dataDirectory ?? mkdtempSync(join(tmpdir(), 'payroll-acceptance-'));
  const { aws, clientOf } = await startEngine({ ...options, dataDirectory, port: options.port ?? (await freePort()) });
  const [admin, approver, stranger] = (['admin', 'approver', 'stranger'] as const).map((name) =>
    clientOf(SAMPLE_USERS[name]),
  ) as [PayrollClient, PayrollClient, PayrollClient];
  const close = async () => {
    for (const client of [admin, approver, stranger]) client.close();
    await aws.stop();
    if (!options.dataDirectory) rmSync(dataDirectory, { recursive: true, force: true });
  };
  if (employees > 0) await seedSampleCompany(admin, employees, () => {});
  return { aws, clientOf, dataDirectory, admin, approver, stranger, close };
}

export interface OfficeUser {
  username: string;
  groups: string[];
  companyId?: string;
  employeeId?: string;
}

/** Adds a person to the user pool, as its administrator would, and answers a user whom `clientOf` can sign in. */
export async function addUser(aws: LocalAws, { username, groups, companyId, employeeId }: OfficeUser) {
  const UserPoolId = aws.template.outputs['UserPoolId'];
  const administer = (operation: string, parameters: Record<string, unknown>) => {
    const input = { UserPoolId, Username: username, ...parameters };
    return aws.cloud.call('AWSCognitoIdentityProviderService', operation, input, aws.operator);
  };
  const company = companyId ?? SAMPLE_COMPANY_ID;
  await administer('AdminCreateUser', {
    MessageAction: 'SUPPRESS',
    UserAttributes: [
      { Name: 'email', Value: username },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'custom:companyId', Value: company },
      ...(employeeId ? [{ Name: 'custom:employeeId', Value: employeeId }] : []),
    ],
  });
  await administer('AdminSetUserPassword', { Password: SAMPLE_PASSWORD, Permanent: true });
  for (const GroupName of groups) await administer('AdminAddUserToGroup', { GroupName });
  return { username, group: 'PayrollAdmin', companyId: company } as const;
}

/** The input that starts a run of the sample period: the first regular one, or what is asked for. */
export const startInput = (input: Partial<StartPayrollRunInput> = {}): StartPayrollRunInput => ({
  idempotencyKey: `start ${input.type ?? 'REGULAR'} ${input.sequence ?? 1}`,
  payGroupId: SAMPLE_PAY_GROUP_ID,
  periodStartDate: SAMPLE_PERIOD_START_DATE,
  ...input,
});

/** Starts a run of the sample period and answers its id. */
export async function startRun(client: PayrollClient, input: Partial<StartPayrollRunInput> = {}): Promise<string> {
  const { startPayrollRun } = await client.execute(StartPayrollRunDocument, { input: startInput(input) });
  if (!startPayrollRun?.run) throw new Error(`the start was refused: ${startPayrollRun?.userErrors[0]?.message}`);
  return startPayrollRun.run.runId;
}

/** The run as the API shows it. */
export async function readRun(client: PayrollClient, runId: string) {
  const { payrollRun } = await client.execute(PayrollRunDocument, { runId });
  if (!payrollRun) throw new Error(`run ${runId} is not there`);
  return payrollRun;
}

/** Cancels a run, so that the next sequence of its period may start. */
export async function cancel(client: PayrollClient, runId: string): Promise<void> {
  const input = { idempotencyKey: `cancel ${runId}`, runId, reason: 'Another one follows.' };
  const { cancelPayrollRun } = await client.execute(CancelPayrollRunDocument, { input });
  const [refusal] = cancelPayrollRun?.userErrors ?? [];
  if (refusal) throw new Error(`the cancellation of ${runId} was refused: ${refusal.message}`);
}

/** Approves the calculation that the approver sees now. */
export async function approve(
  client: PayrollClient,
  runId: string,
): Promise<NonNullable<ApprovePayrollRunMutation['approvePayrollRun']>> {
  const { calculationHash } = await readRun(client, runId);
  const input = { idempotencyKey: `approve ${runId}`, runId, calculationHash: calculationHash ?? '' };
  const { approvePayrollRun } = await client.execute(ApprovePayrollRunDocument, { input });
  if (!approvePayrollRun) throw new Error(`the approval of ${runId} has no answer`);
  return approvePayrollRun;
}
