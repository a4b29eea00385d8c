import { Component, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Notice } from './Notice.tsx';

/** Keeps the rest of the page when a part of it cannot be shown: its script could not be loaded, or broke. */
export class LoadBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    if (!this.state.isBroken) return this.props.children;
    return (
      <Notice tone="bad" isAlert>
        <p>
          This part of the page cannot be shown. The connection may be gone, or the dashboard was renewed meanwhile.
        </p>
        <Button className="button" onPress={() => window.location.reload()}>
          Load the page again
        </Button>
      </Notice>
    );
  }
}
