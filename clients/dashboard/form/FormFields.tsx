import { Button } from 'react-aria-components/Button';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { TextEntry } from '../components/TextEntry.tsx';
import { CheckEntry } from './CheckEntry.tsx';
import { type Draft, type Field, isAsked, itemsIn, type ListField, NO, textIn, YES } from './Field.ts';
import './form.css';

export interface FormFieldsProps {
  fields: readonly Field[];
  draft: Draft;
  onChange: (draft: Draft) => void;
}

/** The entries of a form as its fields describe them; a list shows its items with what adds and removes them. */
export function FormFields({ fields, draft, onChange }: FormFieldsProps) {
  const set = (name: string, value: Draft[string]) => onChange({ ...draft, [name]: value });
  return (
    <div className="form-fields">
      {fields
        .filter((field) => isAsked(field, draft))
        .map((field) =>
          field.kind === 'list' ? (
            <ListEntry
              key={field.name}
              field={field}
              items={itemsIn(draft, field.name)}
              onChange={(items) => set(field.name, items)}
            />
          ) : (
            <Entry
              key={field.name}
              field={field}
              value={textIn(draft, field.name)}
              onChange={(text) => set(field.name, text)}
            />
          ),
        )}
    </div>
  );
}

interface EntryProps {
  field: Exclude<Field, ListField>;
  value: string;
  onChange: (value: string) => void;
}

const OPEN = { value: '', text: 'Not recorded' };

function Entry({ field, value, onChange }: EntryProps) {
  const { label, description, isRequired = false } = field;
  const words = { label, ...(description === undefined ? {} : { description }) };
  switch (field.kind) {
    case 'choice': {
      const options = isRequired && value !== '' ? field.options : [OPEN, ...field.options];
      return <SelectEntry {...words} value={value} options={options} onChange={onChange} />;
    }
    case 'answer':
      return (
        <SelectEntry
          {...words}
          value={value}
          options={[OPEN, { value: YES, text: 'Yes' }, { value: NO, text: 'No' }]}
          onChange={onChange}
        />
      );
    case 'flag':
      return <CheckEntry {...words} isChecked={value === YES} onChange={(is) => onChange(is ? YES : NO)} />;
    case 'text':
    case 'date':
    case 'money':
    case 'percent':
    case 'whole':
      return (
        <TextEntry
          {...words}
          type={field.kind === 'date' ? 'date' : field.kind === 'whole' ? 'number' : 'text'}
          {...(field.kind === 'money' || field.kind === 'percent' ? { inputMode: 'decimal' as const } : {})}
          autoComplete="off"
          isRequired={isRequired}
          {...(field.maxLength === undefined ? {} : { maxLength: field.maxLength })}
          value={value}
          onChange={onChange}
        />
      );
  }
}

interface ListEntryProps {
  field: ListField;
  items: readonly Draft[];
  onChange: (items: readonly Draft[]) => void;
}

function ListEntry({ field, items, onChange }: ListEntryProps) {
  const { label, description, fields, itemWord, itemName, newItem, most = 50 } = field;
  return (
    <fieldset className="form-list">
      <legend>{label}</legend>
      {description && <p className="field-description">{description}</p>}
      {items.map((item, index) => (
        // An item has no id before it is recorded: its place is what it is.
        <fieldset key={index} className="form-item">
          <legend>{itemName(item) || `New ${itemWord}`}</legend>
          <FormFields
            fields={fields}
            draft={item}
            onChange={(changed) => onChange(items.map((each, at) => (at === index ? changed : each)))}
          />
          <div className="button-row button-row-end">
            <Button
              className="button button-small"
              aria-label={`Remove ${itemWord} ${itemName(item) || index + 1}`}
              onPress={() => onChange(items.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </div>
        </fieldset>
      ))}
      {items.length < most && (
        <div className="button-row">
          <Button className="button button-small" onPress={() => onChange([...items, newItem])}>
            Add {itemWord}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
