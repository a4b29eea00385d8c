import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import './ModalDialog.css';

export interface ModalDialogProps {
  title: string;
  isOpen: boolean;
  /** Room for a table. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog that keeps the focus until it is answered; Escape closes it. */
export function ModalDialog({ title, isOpen, isWide = false, onClose, children }: ModalDialogProps) {
  return (
    <ModalOverlay className="modal-overlay" isOpen={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Modal className={isWide ? 'modal modal-wide' : 'modal'}>
        <Dialog className="dialog">
          <Heading slot="title" className="dialog-title">
            {title}
          </Heading>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
