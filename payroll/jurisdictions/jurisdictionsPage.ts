import { registry } from './registry.ts';
import type { StateIncomeTax } from './StateIncomeTax.ts';
import type { Levy, StateEdition, StateRules } from './StateRules.ts';

const FREQUENCIES = ['WEEKLY', 'BIWEEKLY', 'SEMIMONTHLY', 'MONTHLY'];

/**
 * `docs/jurisdictions.md`: how far each jurisdiction can be trusted, from the rules themselves.
 * @param ruleSetVersion the rule set that is described
 * @param examples by state: the published examples that the tests reproduce
 */
export function jurisdictionsPage(
  ruleSetVersion: string,
  examples: Readonly<Record<string, readonly string[]>>,
): string {
  return [
    '# Jurisdictions',
    '',
    `Rule set ${ruleSetVersion}, written from \`payroll/jurisdictions/\` by \`test/docs/jurisdictions.test.ts\`; do not edit.`,
    '',
    'Mark **A**: read in the publication of the agency, or independent transcriptions that agree. **B**: one secondary source. What is',
    'not confirmed is refused by name, never guessed. A state or territory that is not listed is refused.',
    '',
    '## Income tax',
    '',
    '| Jurisdiction | Mark | Source | Editions from | Refused | Published examples in the tests |',
    '|---|---|---|---|---|---|',
    ...registry.states.map((rules) => incomeTaxRow(rules, examples[rules.state] ?? [])),
    '',
    '## Programmes beside unemployment tax',
    '',
    '| Line | Paid by | Rate | Up to a year | Mark | Source |',
    '|---|---|---|---|---|---|',
    ...registry.states.flatMap((rules) => rules.levies.map((levy) => levyRow(rules, levy))),
    '',
    '## Local taxes',
    '',
    '| Jurisdiction | Source |',
    '|---|---|',
    ...registry.states.flatMap(({ localTaxes = [] }) =>
      localTaxes.map(({ jurisdiction, source }) => `| \`${jurisdiction}\` | ${source} |`),
    ),
    '',
    '## Reciprocity',
    '',
    "The work state withholds nothing from residents of the named states who filed its certificate; the home state's tax is then due.",
    '',
    '| Work state | Residents of | Certificate | Mark |',
    '|---|---|---|---|',
    ...Object.entries(registry.reciprocity).map(
      ([state, { residentsOf, certificate, confidence }]) =>
        `| ${state} | ${residentsOf.length > 20 ? 'every other state' : residentsOf.join(', ')} | ${certificate} | ${confidence} |`,
    ),
    '',
  ].join('\n');
}

function incomeTaxRow(rules: StateRules, examples: readonly string[]): string {
  const editions = rules.editions.map((edition) => editionInWords(rules, edition)).join('; ');
  const cells = [rules.name, rules.confidence, rules.source, editions, refusedIn(rules), examples.join('; ') || '-'];
  return `| ${cells.join(' | ')} |`;
}

function editionInWords(rules: StateRules, { effectiveFrom, confidence, open }: StateEdition): string {
  const mark = confidence === undefined || confidence === rules.confidence ? '' : ` (${confidence})`;
  const decision = open === undefined ? '' : `, or from ${open.fromDate} as the employer says in \`${open.decision}\``;
  return `${effectiveFrom}${mark}${decision}`;
}

function refusedIn(rules: StateRules): string {
  const refused = new Set<string>();
  for (const { incomeTax } of rules.editions) {
    if (incomeTax.formula === 'NONE') continue;
    if (incomeTax.form.whenAbsent === undefined) refused.add('no certificate');
    for (const frequency of FREQUENCIES) if (!isPrinted(incomeTax, frequency)) refused.add(frequency.toLowerCase());
    if ('notConfirmedAboveCents' in incomeTax) refused.add('wages that meet the surcharge');
  }
  if (rules.residentsElsewhere === 'NOT_CONFIRMED') refused.add('residents who work in a state without an agreement');
  return [...refused].join(', ') || '-';
}

function isPrinted(tax: StateIncomeTax, frequency: string): boolean {
  return !('byFrequency' in tax) || Object.hasOwn(tax.byFrequency, frequency);
}

function levyRow(rules: StateRules, levy: Levy): string {
  const share = levy.sharePpm === undefined ? '' : ` x ${levy.sharePpm / 10_000} %`;
  const size = [
    levy.fromHeadcount === undefined ? '' : ` from ${levy.fromHeadcount} employees`,
    levy.belowHeadcount === undefined ? '' : `, below ${levy.belowHeadcount}`,
  ].join('');
  const paidBy = `${levy.paidBy === 'EMPLOYEE' ? 'employee' : 'employer'}${levy.isEmployerOption === true ? ', if elected' : ''}${size}`;
  const base = levy.wageBaseCents === undefined ? '-' : `${levy.wageBaseCents / 100}`;
  const cells = [`\`${levy.code}\``, paidBy, `${levy.ratePpm / 10_000} %${share}`, base];
  return `| ${[...cells, levy.confidence ?? rules.confidence, levy.source].join(' | ')} |`;
}
