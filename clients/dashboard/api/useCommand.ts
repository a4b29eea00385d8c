import { useRef, useState } from 'react';
import type { UserError } from '../../generated/schema.ts';
import type { ApiFault } from './ApiFault.ts';
import { faultOf } from './faultOf.ts';

export interface CommandAnswer<Value> {
  value: Value | null | undefined;
  userErrors: readonly Omit<UserError, '__typename'>[];
}

export interface Command {
  isBusy: boolean;
  userErrors: readonly Omit<UserError, '__typename'>[];
  fault: ApiFault | undefined;
  /** Sends once more, with the same key. */
  send: () => void;
}

/**
 * One intention of a person. Its idempotency key is made when the component that asks for it opens, and stays the same
 * however often it is sent; a request that changes needs another `intention`.
 */
export function useCommand<Value>(
  intention: string,
  execute: (idempotencyKey: string) => Promise<CommandAnswer<Value>>,
  onDone: (value: Value) => void,
): Command {
  const key = useRef({ intention, idempotencyKey: crypto.randomUUID() });
  if (key.current.intention !== intention) key.current = { intention, idempotencyKey: crypto.randomUUID() };
  const [isBusy, setIsBusy] = useState(false);
  const [userErrors, setUserErrors] = useState<Command['userErrors']>([]);
  const [fault, setFault] = useState<ApiFault>();

  const send = async () => {
    if (isBusy) return;
    setIsBusy(true);
    setFault(undefined);
    setUserErrors([]);
    try {
      const answer = await execute(key.current.idempotencyKey);
      setUserErrors(answer.userErrors);
      if (answer.value) onDone(answer.value);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { isBusy, userErrors, fault, send: () => void send() };
}
