import type { ReactNode } from 'react';
import './Notice.css';

export interface NoticeProps {
  tone: 'bad' | 'attention' | 'neutral';
  /** Read out at once: for what the person's own action led to. */
  isAlert?: boolean;
  children: ReactNode;
}

export function Notice({ tone, isAlert = false, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} {...(isAlert ? { role: 'alert' } : {})}>
      {children}
    </div>
  );
}
