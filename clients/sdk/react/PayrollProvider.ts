import { createContext, createElement, type FunctionComponent, type ReactNode, useContext } from 'react';
import type { PayrollClient } from '../PayrollClient.ts';

const PayrollContext = createContext<PayrollClient | undefined>(undefined);

/** Gives the client to the hooks below. The code that made the client closes it. */
export const PayrollProvider: FunctionComponent<{ client: PayrollClient; children?: ReactNode }> = ({
  client,
  children,
}) => createElement(PayrollContext, { value: client }, children);

/** The client of the nearest provider. */
export function usePayrollClient(): PayrollClient {
  const client = useContext(PayrollContext);
  if (client) return client;
  throw new Error('There is no <PayrollProvider client={…}> around this component.');
}
