import { Button, type ButtonProps } from 'react-aria-components/Button';

export interface BusyButtonProps extends Omit<ButtonProps, 'className' | 'isPending'> {
  className: string;
  /** While what it was pressed for is under way. */
  isBusy: boolean;
}

/**
 * A button that keeps the focus while it works. React Aria's own pending state would tell of it through an element that is
 * named by the button, and names nothing once the button is gone.
 */
export const BusyButton = ({ className, isBusy, ...button }: BusyButtonProps) => (
  <Button {...button} className={isBusy ? `${className} button-busy` : className} aria-disabled={isBusy} />
);
