import { enumInWords } from '../format/enumInWords.ts';
import type { Option } from './Field.ts';

/** The values of an enum as options. */
export const choices = (values: readonly string[], words: (value: string) => string = enumInWords): Option[] =>
  values.map((value) => ({ value, text: words(value) }));

export const TREATMENTS = choices(['EXCLUDED', 'TAXED'], (value) => (value === 'EXCLUDED' ? 'Not taxed' : 'Taxed'));
