import type { ReactNode } from 'react';
import './FactList.css';

export interface FactListProps {
  /** What has no value is left out. */
  facts: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and values, one below the other. */
export function FactList({ facts }: FactListProps) {
  return (
    <dl className="facts">
      {facts.map(
        ([name, value]) =>
          value !== undefined &&
          value !== null &&
          value !== false &&
          value !== '' && (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
