import { useId } from 'react';

export interface SelectEntryProps {
  label: string;
  description?: string;
  value: string;
  options: readonly { value: string; text: string }[];
  onChange: (value: string) => void;
}

/** A labelled choice. The browser's own control: every screen reader and every phone knows it. */
export function SelectEntry({ label, description, value, options, onChange }: SelectEntryProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {description && (
        <span id={`${id}description`} className="field-description">
          {description}
        </span>
      )}
      <select
        {...(description ? { 'aria-describedby': `${id}description` } : {})}
        id={id}
        value={value}
        disabled={options.length === 0}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
