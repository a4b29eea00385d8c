import { createContext, useContext } from 'react';
import type { Session } from './Session.ts';

export const SessionContext = createContext<Session | undefined>(undefined);

/** The session of the signed-in part of the page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is for screens of signed-in users');
  return session;
}
