/** What a form holds while it is filled in: texts as they are typed, and lists of such. */
export interface Draft {
  readonly [name: string]: string | readonly Draft[];
}

interface FieldParts {
  /** The member of the API's object. */
  name: string;
  label: string;
  description?: string;
  isRequired?: boolean;
  /** Whether it is asked for at all; what is not asked for is not sent. */
  when?: (draft: Draft) => boolean;
}

export interface Option {
  value: string;
  text: string;
}

export interface EntryField extends FieldParts {
  /** `flag` is yes or no; `answer` may also be left open; `money` and `percent` are decimal texts. */
  kind: 'text' | 'date' | 'money' | 'percent' | 'whole' | 'flag' | 'answer';
  maxLength?: number;
}

export interface ChoiceField extends FieldParts {
  kind: 'choice';
  options: readonly Option[];
}

export interface ListField extends FieldParts {
  kind: 'list';
  fields: readonly Field[];
  /** What one of them is called: `deduction`. */
  itemWord: string;
  /** Tells one from another: `health`. */
  itemName: (item: Draft) => string;
  /** What a new one begins with. */
  newItem: Draft;
  /** How many there may be. */
  most?: number;
}

export type Field = EntryField | ChoiceField | ListField;

export const YES = 'yes';
export const NO = 'no';

export const textIn = (draft: Draft, name: string): string => {
  const value = draft[name];
  return typeof value === 'string' ? value : '';
};

export const itemsIn = (draft: Draft, name: string): readonly Draft[] => {
  const value = draft[name];
  return typeof value === 'object' ? value : [];
};

export const isAsked = (field: Field, draft: Draft): boolean => field.when?.(draft) ?? true;
