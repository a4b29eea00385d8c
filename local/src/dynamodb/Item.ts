import type { AttributeMap } from './AttributeValue.ts';

/**
 * A stored item in the two forms that it is needed in, each made only when somebody asks: most items of a Query go
 * from the file to the response as text and are never parsed.
 */
export class Item {
  #text: string | undefined;
  #attributes: AttributeMap | undefined;

  private constructor(text: string | undefined, attributes: AttributeMap | undefined) {
    this.#text = text;
    this.#attributes = attributes;
  }

  static ofText(text: string): Item {
    return new Item(text, undefined);
  }

  static ofAttributes(attributes: AttributeMap): Item {
    return new Item(undefined, attributes);
  }

  /** The attribute map as JSON. */
  get text(): string {
    return (this.#text ??= JSON.stringify(this.#attributes));
  }

  get attributes(): AttributeMap {
    return (this.#attributes ??= JSON.parse(this.#text as string) as AttributeMap);
  }
}
