import { Button } from 'react-aria-components/Button';
import type { ApiFault } from '../api/ApiFault.ts';
import { endSession } from '../session/endSession.ts';
import { Notice } from './Notice.tsx';

export interface FaultNoticeProps {
  fault: ApiFault;
  onRetry: () => void;
}

/** A request that got no usable answer, with what can be done about it. */
export function FaultNotice({ fault, onRetry }: FaultNoticeProps) {
  const isSignedOut = fault.kind === 'SIGNED_OUT';
  return (
    <Notice tone="bad" isAlert>
      <p>{fault.message}</p>
      {fault.kind !== 'FORBIDDEN' && (
        <Button className="button" onPress={isSignedOut ? () => void endSession() : onRetry}>
          {isSignedOut ? 'Sign in again' : 'Try again'}
        </Button>
      )}
    </Notice>
  );
}
