/** Builds the package into `clients/cli/dist`, and brings docs/cli.md and the members of docs/payslip-input.md up to date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildCli } from './build/buildCli.ts';
import { manual } from './manual.ts';
import { withEveryMember } from './payslips/everyMember.ts';

await buildCli(import.meta.dirname);
const docs = join(import.meta.dirname, '..', '..', 'docs');
writeFileSync(join(docs, 'cli.md'), manual());
const payslipInput = join(docs, 'payslip-input.md');
writeFileSync(payslipInput, withEveryMember(readFileSync(payslipInput, 'utf8')));
