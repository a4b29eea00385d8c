import { execFile, execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CreateApiKeyDocument } from '../../../clients/generated/operations/graphql.ts';
import { openPayrollOffice, type PayrollOffice, startInput } from '../../acceptance/payrollOffice.ts';
import { partnerProject } from './partnerProject.ts';

/* What partners are shown runs as they would run it: outside of this repository, with the package as it is published. */

const EMPLOYEES = 120;
const run = promisify(execFile);

let office: PayrollOffice | undefined;
let project: Awaited<ReturnType<typeof partnerProject>>;
let env: NodeJS.ProcessEnv;

beforeAll(async () => {
  project = await partnerProject();
  office = await openPayrollOffice({ employees: EMPLOYEES });
  const { secret } = await office.admin.command(CreateApiKeyDocument, { name: 'partner', scopes: ['READ', 'WRITE'] });
  env = { ...process.env, PAYROLL_GRAPHQL_URL: `${office.aws.endpoint}/graphql`, PAYROLL_KEY: String(secret) };
});
afterAll(async () => {
  project?.remove();
  await office?.close();
});

const { payGroupId, periodStartDate } = startInput();

test('the script for Node.js starts a run and follows it until a person is needed', async () => {
  const script = join(project.directory, 'node', 'startPayroll.ts');
  const { stdout } = await run(process.execPath, [script, payGroupId, periodStartDate], { env });
  expect(stdout).toContain(`AWAITING_APPROVAL: ${EMPLOYEES} of ${EMPLOYEES} employees\n`);
  expect(stdout).toMatch(/net pay \$[\d,]+\.\d\d\n/);
  expect(stdout.trim().split('\n').at(-1), 'tells who failed, and the fix').toMatch(/^\S+ \S+: .+\. .+\.$/);
});

test('what the script is refused is told with its code', async () => {
  const script = join(project.directory, 'node', 'startPayroll.ts');
  const refused = run(process.execPath, [script, 'nobody', periodStartDate], { env });
  await expect(refused).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining('PAY_GROUP_NOT_FOUND: ') });
});

test('the script in Python does the same with plain GraphQL', async ({ skip }) => {
  if (!hasPython()) return skip('python3 is not installed');
  const script = join(project.directory, 'python', 'start_payroll.py');
  const { stdout } = await run('python3', [script, payGroupId, periodStartDate], { env });
  expect(stdout).toContain(`AWAITING_APPROVAL: ${EMPLOYEES} of ${EMPLOYEES} employees\n`);
  expect(stdout).toMatch(/net pay [\d]+\.\d\d USD\n/);
});

test('the script in Python says in one line that its key is refused', async ({ skip }) => {
  if (!hasPython()) return skip('python3 is not installed');
  const script = join(project.directory, 'python', 'start_payroll.py');
  const refused = { env: { ...env, PAYROLL_KEY: 'unknown' } };
  const failed = await run('python3', [script, payGroupId, periodStartDate], refused).catch((error: unknown) => error);
  expect((failed as { stderr: string }).stderr).toBe(
    'Unauthorized: the key is unknown or revoked. Create another one in the dashboard.\n',
  );
});

test('the first typed call of a partner takes five lines, and the examples compile', () => {
  const fiveLines = [
    `import { PayrollClient } from '@payroll/sdk';`,
    `import { CompanyDocument } from '@payroll/sdk/operations';`,
    `const payroll = new PayrollClient({ endpoint: 'https://payroll.example/graphql', token: 'key secret' });`,
    `const { company } = await payroll.execute(CompanyDocument, {});`,
    `const name: string | undefined = company?.name;`,
  ];
  write('firstCall.ts', fiveLines);
  write('wrongCall.ts', [...fiveLines, `const other: string = company.name;`, 'export { name, other };']);
  expect(complaintsAbout('firstCall.ts', 'node/startPayroll.ts', 'page/RunPage.tsx')).toEqual([]);
  expect(complaintsAbout('wrongCall.ts'), 'it is typed').toEqual([`'company' is possibly 'null'.`]);
});

const write = (name: string, lines: string[]) => writeFileSync(join(project.directory, name), lines.join('\n'));

/** What the compiler has against files of the partner's project. */
function complaintsAbout(...names: string[]): string[] {
  const paths = names.map((name) => join(project.directory, name));
  const program = ts.createProgram(paths, {
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: names.some((name) => name.includes('/')) ? ['node'] : [],
    jsx: ts.JsxEmit.ReactJSX,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
  });
  return ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

function hasPython(): boolean {
  try {
    execFileSync('python3', ['--version']);
    return true;
  } catch {
    return false;
  }
}
