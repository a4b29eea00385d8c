/**
 * `npm start`: the whole service on this machine. On the first start it makes the sample company and runs a payroll while
 * you watch; then it stays up until it is stopped. `-- --port N --data-dir DIR --no-demo`
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataDirectoryInUse, type HttpAnswer, staticPages, SystemClock } from 'cdk-local-engine';
import { buildDashboard } from '../clients/dashboard/build.ts';
import { buildGraphiql } from '../clients/graphiql/build.ts';
import { freePort } from './freePort.ts';
import { ProgressBar } from '../clients/cli/ProgressBar.ts';
import { handInReturns } from './sampleBank.ts';
import { runSamplePayroll } from './runSamplePayroll.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_PASSWORD, SAMPLE_USERS } from './sampleUsers.ts';
import { seedHours } from './seedHours.ts';
import { seedSampleCompany } from './seedSampleCompany.ts';
import { repairOneEmployee, repairOnePayment, voidOneBonus } from './showRepairs.ts';
import { Stages } from './Stages.ts';
import { startEngine } from './startEngine.ts';
import { dataDirectoryHint, startOptionsOf } from './startOptions.ts';

const SAMPLE_EMPLOYEES = 1_000;

const options = startOptionsOf(process.argv.slice(2));
if ('print' in options) {
  (options.exitCode === 0 ? console.log : console.error)(options.print);
  process.exit(options.exitCode);
}
const startedAt = performance.now();
const port = options.port === 0 ? await freePort() : options.port;
const dataDirectory = resolve(options.dataDirectory);
const isFirstStart = !existsSync(join(dataDirectory, 'local.json'));

const stages = new Stages();
await stages.run('The template of the service', synthesized);
const dashboard = staticPages(await stages.run('The dashboard', buildDashboard));
const graphiql = staticPages(await stages.run('GraphiQL', buildGraphiql));
mkdirSync(dataDirectory, { recursive: true });
const logFile = join(dataDirectory, 'service.log');
const { aws, clientOf } = await stages
  .run('The service', () =>
    startEngine({ dataDirectory, port, pages, log: (line) => appendFileSync(logFile, `${line}\n`) }),
  )
  .catch((error: NodeJS.ErrnoException) => {
    console.error('');
    if (error.code === 'EADDRINUSE') {
      console.error(`Port ${port} is taken. Stop what listens there, or choose another: npm start -- --port 4001`);
    } else if (error instanceof DataDirectoryInUse) console.error(error.message);
    else throw error;
    process.exit(1);
  });

/** Brings `cdk.out/` up to date, in a process of its own: the CDK is large and needed for this alone. */
async function synthesized(): Promise<void> {
  const script = join(import.meta.dirname, '..', 'infra', 'synth.ts');
  const flags = ['--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, script], { stdio: ['ignore', 'inherit', 'inherit'] });
  const [exitCode] = (await once(child, 'exit')) as [number | null];
  if (exitCode !== 0) process.exit(exitCode ?? 1);
}

/** What the pages and the command line need to know; the passwords are the sample users' and good on this machine only. */
function configuration() {
  return {
    graphqlUrl: `${aws.endpoint}/graphql`,
    region: aws.cloud.region,
    userPoolId: aws.template.outputs['UserPoolId'],
    userPoolClientId: aws.template.outputs['UserPoolClientId'],
    userPoolEndpoint: `${aws.endpoint}/cognito-idp`,
    sampleUsers: Object.values(SAMPLE_USERS)
      .filter(({ companyId }) => companyId === SAMPLE_COMPANY_ID)
      .map(({ username, group }) => ({ username, group, password: SAMPLE_PASSWORD })),
  };
}

function pages(path: string): HttpAnswer | undefined {
  if (path === '/config.json') return clientConfiguration();
  return path === '/graphiql' || path.startsWith('/graphiql/')
    ? graphiql(path.slice('/graphiql'.length))
    : dashboard(path);
}

function clientConfiguration(): HttpAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    body: JSON.stringify(configuration()),
  };
}

const reportFile = join(dataDirectory, 'report.json');
const writeReport = () => writeFileSync(reportFile, JSON.stringify(aws.report(), null, 2));

const stop = () => {
  console.error('\nStopping. The next start continues from here.');
  void aws.stop().then(() => {
    // Once more: only now is it known which grants nobody has used.
    writeReport();
    process.exit(0);
  });
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);

console.log(`Payroll is ready at ${aws.endpoint} after ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
writeReport();
console.log(
  `${aws.report().notEmulated.length} settings of the template have no effect here: see ${reportFile}, ` +
    'which names the unused grants too, once this has stopped.',
);
if (aws.cloud.clock instanceof SystemClock && aws.cloud.clock.offsetMs !== 0) {
  const today = new Date(aws.cloud.clock.now()).toISOString().slice(0, 10);
  console.log(`It is ${today} for the sample company: the rules of 2026 are the latest that the service knows.`);
}
if (isFirstStart && options.showsDemo) await showSampleRun();
writeFileSync(join(dataDirectory, 'local.json'), JSON.stringify(configuration(), null, 2), { mode: 0o600 });
console.log(`
  Dashboard   ${aws.endpoint}/
  GraphQL     ${aws.endpoint}/graphql
  GraphiQL    ${aws.endpoint}/graphiql
  Sign in as  ${Object.values(SAMPLE_USERS)
    .filter(({ companyId }) => companyId === SAMPLE_COMPANY_ID)
    .map(({ username, group }) => `${username} (${group})`)
    .join('\n              ')}
  Password    ${SAMPLE_PASSWORD}
  Data        ${dataDirectory}
  Log         ${logFile}

  Try: npm run payroll -- runs list${dataDirectoryHint(options.dataDirectory)}        Stop: Ctrl-C
`);

async function showSampleRun(): Promise<void> {
  const [admin, approver] = [clientOf(SAMPLE_USERS.admin), clientOf(SAMPLE_USERS.approver)];
  const seeding = new ProgressBar('employees added');
  await seedSampleCompany(admin, SAMPLE_EMPLOYEES, (done) => seeding.update(done, SAMPLE_EMPLOYEES));
  seeding.end();
  const running = new ProgressBar('employees calculated');
  const { run } = await runSamplePayroll(
    admin,
    approver,
    ({ doneCount, failedCount, status }) =>
      running.update(doneCount, SAMPLE_EMPLOYEES, `${failedCount} failed · ${status ?? ''}`),
    (runId) => repairOneEmployee(admin, runId),
  );
  running.end();
  await handInReturns(aws, admin);
  await repairOnePayment(admin, approver, run.runId);
  const voidedRunId = await voidOneBonus(admin, approver);
  await seedHours(admin, SAMPLE_EMPLOYEES, aws.cloud.clock.now());
  console.log(
    `Run ${run.runId} is ${run.status}: ${run.calculatedCount} payslips, gross ${run.controlTotals?.grossPay.amount}, ` +
      `net ${run.controlTotals?.netPay.amount} USD.\n` +
      `${run.failedCount} employees wait for a fix and one payment was returned (see the dashboard); one employee and one ` +
      `payment were repaired, and the bonus run ${voidedRunId} was voided. The hours of the next periods are entered: start a ` +
      'run of your own in the dashboard.',
  );
  admin.close();
  approver.close();
}
