import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LocalAws, staticPages } from 'cdk-local-engine';
import { buildDashboard } from '../../clients/dashboard/build.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { freePort } from '../../demo/freePort.ts';
import { SAMPLE_PASSWORD, SAMPLE_USERS, type SampleUser } from '../../demo/sampleUsers.ts';
import { seedSampleCompany } from '../../demo/seedSampleCompany.ts';
import { startEngine } from '../../demo/startEngine.ts';
import { OfficeClock } from './OfficeClock.ts';

export interface Dashboard {
  url: string;
  aws: LocalAws;
  clock: OfficeClock;
  clientOf(user: SampleUser): PayrollClient;
  stop(): Promise<void>;
}

/** The local engine with a sample company of `employeeCount`, serving the built dashboard. */
export async function startDashboard(employeeCount: number): Promise<Dashboard> {
  const root = join(import.meta.dirname, '..', '..');
  execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'infra', 'synth.ts')]);
  const assets = staticPages(await buildDashboard());
  const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-dashboard-'));
  const port = await freePort();
  const clock = new OfficeClock();
  let configuration = '';
  const { aws, clientOf } = await startEngine({
    dataDirectory,
    port,
    clock,
    pages: (path) =>
      path === '/config.json'
        ? { status: 200, headers: { 'content-type': 'application/json' }, body: configuration }
        : assets(path),
  });
  configuration = JSON.stringify({
    graphqlUrl: `${aws.endpoint}/graphql`,
    region: 'us-east-1',
    userPoolId: aws.template.outputs['UserPoolId'],
    userPoolClientId: aws.template.outputs['UserPoolClientId'],
    userPoolEndpoint: `${aws.endpoint}/cognito-idp`,
    sampleUsers: Object.values(SAMPLE_USERS).map(({ username, group }) => ({
      username,
      group,
      password: SAMPLE_PASSWORD,
    })),
  });
  const admin = clientOf(SAMPLE_USERS.admin);
  await seedSampleCompany(admin, employeeCount, () => {});
  admin.close();
  return {
    url: `${aws.endpoint}/`,
    aws,
    clock,
    clientOf,
    stop: async () => {
      await aws.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
}
