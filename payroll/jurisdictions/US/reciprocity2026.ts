import type { ReciprocityAgreement, ReciprocityRules } from '../ReciprocityRules.ts';

const FORMS = 'The form, as cited by the guides of the agency; lists of August and September 2026 that agree';

function agreement(residentsOf: string, certificate: string, source = FORMS): ReciprocityAgreement {
  return { residentsOf: residentsOf.split(' '), certificate, source, confidence: 'A' };
}

const EVERY_STATE_BUT_DC =
  'AK AL AR AZ CA CO CT DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY';

/**
 * Agreements between states, 2026. No other state has one. They lift income tax only: local tax, levies and unemployment tax
 * stay with the place of work. Limits inside an agreement (daily commuting, part-owners, yearly renewal) are the employee's to
 * certify on the form.
 */
export const RECIPROCITY_2026: ReciprocityRules = {
  AZ: {
    ...agreement('CA IN OR VA', 'WEC', 'Arizona Form WEC: a rule of withholding, not an agreement'),
    confidence: 'B',
  },
  DC: agreement(EVERY_STATE_BUT_DC, 'D-4A'),
  IA: agreement('IL', '44-016'),
  IL: agreement('IA KY MI WI', 'IL-W-5-NR'),
  IN: agreement('KY MI OH PA WI', 'WH-47'),
  KY: agreement('IL IN MI OH VA WI WV', '42A809'),
  MD: agreement('DC PA VA WV', 'MW507'),
  MI: agreement('IL IN KY MN OH WI', 'MI-W4'),
  MN: agreement('MI ND', 'MWR'),
  MT: agreement('ND', 'MW-4'),
  ND: agreement('MN MT', 'NDW-R'),
  NJ: agreement('PA', 'NJ-165'),
  OH: agreement('IN KY MI PA WV', 'IT 4'),
  PA: agreement('IN MD NJ OH VA WV', 'REV-419'),
  VA: agreement('DC KY MD PA WV', 'VA-4'),
  WI: agreement('IL IN KY MI', 'W-220'),
  WV: agreement('KY MD OH PA VA', 'WV/IT-104 NR'),
};
