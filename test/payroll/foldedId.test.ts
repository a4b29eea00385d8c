import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldedId } from '../../payroll/foldedId.ts';

/* Two ids that a person cannot tell apart are named before they become two people. */

test.each([
  ['a blank at the end', 'E-42', 'E-42 '],
  ['a blank inside', 'E 42', 'E42'],
  ['a space that does not break', 'E 42', 'E\u00A042'],
  ['a character without width', 'E-42', 'E\u200B-42'],
  ['a mark of direction', 'E-42', '\u202EE-42'],
  ['case', 'anna', 'ANNA'],
  ['leading zeros', '42', '00042'],
  ['leading zeros after letters', 'E-42', 'E-0042'],
  ['an accent as a character of its own', 'Jos\u00E9', 'Jose\u0301'],
  ['full width digits', '42', '４２'],
  ['a ligature', 'office', 'o\uFB03ce'],
  ['a Cyrillic letter', 'payroll', '\u0440ayroll'],
  ['Cyrillic capitals', 'HEAD', '\u041D\u0415\u0410D'],
  ['a Greek letter', 'omega-1', '\u03BFmega-1'],
])('ids that differ by %s are twins', (_what, one, other) => {
  expect(one).not.toBe(other);
  expect(foldedId(other)).toBe(foldedId(one));
});

test.each([
  ['1', '2'],
  ['10', '1'],
  ['100', '1000'],
  ['E-1', 'E1'],
  ['IL', 'LI'],
  ['10', 'IO'],
  ['Jose', 'José'],
  ['0', '00x'],
])('%s and %s are two people', (one, other) => {
  expect(foldedId(other)).not.toBe(foldedId(one));
});

test('folding twice is folding once, so that a folded id can be a key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (id) => {
      expect(foldedId(foldedId(id))).toBe(foldedId(id));
    }),
  );
});

test('blanks, case and zeros in front never make another id', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Z]{0,3}-?[1-9][0-9]{0,5}$/), (id) => {
      expect(foldedId(` ${id.toLowerCase().replace(/\d/, (digit) => `00${digit}`)} `)).toBe(foldedId(id));
    }),
  );
});
