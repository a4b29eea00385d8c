/** Markup: text that was escaped where it came from data. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Markup with values in it. A value is text and is escaped, for content and for attributes in quotes, unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return new Html(parts.reduce((text, part, i) => text + markupOf(values[i - 1] ?? '') + part));
}

/** Text that is markup already and was never data. */
html.trusted = (text: string): Html => new Html(text);

function markupOf(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
  if (value instanceof Html) return value.text;
  return value.map(({ text }) => text).join('');
}
