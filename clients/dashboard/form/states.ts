import type { Option } from './Field.ts';

const CODES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY PR VI GU'.split(
    ' ',
  );

/** States, the District and territories, by their two-letter codes; whether the payroll rules have one, the service says. */
export const STATES: readonly Option[] = CODES.map((code) => ({ value: code, text: code }));
