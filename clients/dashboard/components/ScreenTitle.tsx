import { type ReactNode, useEffect, useRef } from 'react';

/** The heading of a screen: takes the focus when the screen opens, so that a reader of the screen starts there. */
export function ScreenTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = `${title} · Payroll`;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
      {children}
    </h1>
  );
}
