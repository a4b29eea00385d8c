import { useId } from 'react';

export interface CheckEntryProps {
  label: string;
  description?: string;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
}

/** A labelled yes or no. */
export function CheckEntry({ label, description, isChecked, onChange }: CheckEntryProps) {
  const id = useId();
  return (
    <div className="check-entry">
      <input
        id={id}
        type="checkbox"
        checked={isChecked}
        {...(description ? { 'aria-describedby': `${id}description` } : {})}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label htmlFor={id}>{label}</label>
      {description && (
        <span id={`${id}description`} className="field-description">
          {description}
        </span>
      )}
    </div>
  );
}
