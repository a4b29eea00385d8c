import type { HTMLInputAutoCompleteAttribute } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

export interface TextEntryProps {
  label: string;
  description?: string;
  type?: 'text' | 'email' | 'password' | 'date' | 'time' | 'number';
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: 'text' | 'decimal' | 'numeric';
  maxLength?: number;
  isRequired?: boolean;
  isMultiline?: boolean;
  autoFocus?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** One labelled field of a form, with its description and the browser's own word on what is wrong. */
export function TextEntry({ label, description, isMultiline, ...field }: TextEntryProps) {
  return (
    <TextField className="field" {...field}>
      <Label>{label}</Label>
      {description && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      {isMultiline ? <TextArea rows={3} /> : <Input />}
      <FieldError className="field-error" />
    </TextField>
  );
}
