import { useCallback, useEffect, useRef, useState } from 'react';
import type { CommandInput, CommandPayload } from '../Command.ts';
import type { Operation } from '../Operation.ts';
import { usePayrollClient } from './PayrollProvider.ts';

export interface CommandState<Input extends { idempotencyKey: string }, Payload> {
  /**
   * Sends the command. Sent again after a failure with the same input it carries the same idempotency key; while it is
   * under way it does nothing.
   */
  send: (input: CommandInput<Input>) => void;
  isSending: boolean;
  /** The answer of the last one. */
  payload: Payload | undefined;
  /** Why the last one failed: a `PayrollError`. */
  error: unknown;
}

/** A mutation that a person sets off. It is not undone when the component unmounts. */
export function useCommand<Result extends object, Input extends { idempotencyKey: string }>(
  document: Operation<Result, { input: Input }>,
): CommandState<Input, CommandPayload<Result>> {
  const client = usePayrollClient();
  const [state, setState] = useState<Omit<CommandState<Input, CommandPayload<Result>>, 'send'>>(IDLE);
  const isSending = useRef(false);
  const failed = useRef<{ written: string; idempotencyKey: string } | undefined>(undefined);
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  const send = useCallback(
    (input: CommandInput<Input>) => {
      if (isSending.current) return;
      isSending.current = true;
      setState({ ...IDLE, isSending: true });
      const written = JSON.stringify(input);
      const idempotencyKey = failed.current?.written === written ? failed.current.idempotencyKey : crypto.randomUUID();
      failed.current = { written, idempotencyKey };
      void client
        .command(document, { idempotencyKey, ...input })
        .then(
          (payload) => {
            failed.current = undefined;
            return { ...IDLE, payload };
          },
          (error: unknown) => ({ ...IDLE, error }),
        )
        .then((outcome) => {
          isSending.current = false;
          if (isShown.current) setState(outcome);
        });
    },
    [client, document],
  );
  return { ...state, send };
}

const IDLE = { isSending: false, payload: undefined, error: undefined };
