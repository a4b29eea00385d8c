import { command } from '../Command.ts';

export const company = [
  command({
    name: 'company show',
    summary: 'Show the company.',
    examples: ['company show'],
    load: () => import('./company/show.ts'),
  }),
  command({
    name: 'company set',
    summary: 'Create or replace the facts about the company: all of them, so that nothing stays by accident.',
    options: {
      name: { kind: 'text', of: 'NAME', says: 'its name', required: true },
      unemploymentRates: {
        kind: 'list',
        of: 'STATE:PERCENT[:BASE]',
        says: 'one for each state where somebody works, such as TX:2.7:9000; "none" for none',
        required: true,
      },
      selfApproval: { kind: 'flag', says: 'who started a run may approve it' },
      futaExempt: { kind: 'flag', says: 'a 501(c)(3) organisation' },
      electedLevies: { kind: 'list', of: 'LEVIES', says: 'levies it chose to withhold: NY_SDI, NY_PFL' },
      deductionTreatments: {
        kind: 'list',
        of: 'TYPE:PLACE:BASE:ANSWER',
        says: 'how places tax deductions where their law does not say, such as HSA:MA:levies:taxed',
      },
      treatmentsReason: { kind: 'text', of: 'TEXT', says: 'who advised --deduction-treatments, or why' },
      secondApproverAbove: { kind: 'text', of: 'PERCENT', says: 'two approvers where a run varies by more' },
    },
    examples: ['company set --name ACME --unemployment-rates TX:2.7:9000,CA:3.4 --second-approver-above 10'],
    effect: 'CHANGE',
    load: () => import('./company/set.ts'),
  }),
];
