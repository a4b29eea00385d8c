import { type ReactNode, useId } from 'react';
import './Panel.css';

export interface PanelProps {
  title: string;
  /** Stands on the line of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A titled part of a screen. */
export function Panel({ title, aside, className = '', children }: PanelProps) {
  const id = useId();
  return (
    <section className={`panel ${className}`} aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
