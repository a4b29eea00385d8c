import fc from 'fast-check';
import { expect, test } from 'vitest';
import { winAnsi } from '../../../workers/documents/winAnsi.ts';

test.each([
  ['ASCII is itself', "O'Neill & Sons <1>", "O'Neill & Sons <1>"],
  ['Western Europe is itself', 'Zoë Œuvre Žižek “Ÿ” – €', 'Zoë Œuvre Žižek “Ÿ” – €'],
  ['letters with their marks apart are put together', 'Zoe\u0308', 'Zoë'],
  ['other marks are lost', 'Dvořák Şükrü Nguyễn İnci', 'Dvorák Sükrü Nguyen Inci'],
  ['letters that do not fall apart', 'Łukasz Đorđe ışık Ħ', 'Lukasz Dorde isik H'],
  ['wide and joined forms', 'Ｇｌｏｂｅｘ ﬁn', 'Globex fin'],
  ['Greek', 'Ελλάς Ψυχή', 'Ellas Psychi'],
  ['Cyrillic', 'Иван Щукин, Ёлка, Зеленський', 'Ivan Shchukin, Elka, Zelens’kiy'],
  ['one question mark for one character', '王小明 한 שלום 🙂', '??? ? ???? ?'],
  ['white space and control characters', 'a\u00a0b\tc\nd\u0000e', 'a b c d e'],
  ['characters that are not seen', 'a\u200d\u202eb', 'ab'],
])('%s', (_rule, text, shown) => {
  expect(winAnsi(text)).toBe(shown);
});

test('whatever comes in, only Windows-1252 goes out, and that goes through as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = winAnsi(text);
      expect(shown).toMatch(/^[\x20-\x7e\u00a1-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/);
      expect(winAnsi(shown)).toBe(shown);
    }),
  );
});
