import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jurisdictionsPage } from '../../payroll/jurisdictions/jurisdictionsPage.ts';
import { CURRENT_RULE_SET_VERSION } from '../../payroll/ruleSets.ts';

/* Examples that an agency printed, and that test/payroll reproduces. Other figures there are worked by hand from the tables. */
const EXAMPLES = {
  AL: ['weekly 850.00, code M, 2 dependents: 1,538.50 a year'],
  ID: ['biweekly 1,212.00, single, 4 allowances: 2.00'],
};

test('docs/jurisdictions.md says of each jurisdiction what the rules say (npx vitest run test/docs/jurisdictions.test.ts -u writes it)', async () => {
  const page = join(import.meta.dirname, '../../docs/jurisdictions.md');
  await expect(jurisdictionsPage(CURRENT_RULE_SET_VERSION, EXAMPLES)).toMatchFileSnapshot(page);
});
