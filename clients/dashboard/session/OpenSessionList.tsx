import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { type OpenSession, openSessions } from './openSessions.ts';

export interface OpenSessionListProps {
  isBusy: boolean;
  onChoose: (session: OpenSession) => void;
}

/** The sign-ins of other tabs, each one press away; nothing where there is none. */
export function OpenSessionList({ isBusy, onChoose }: OpenSessionListProps) {
  const [sessions, setSessions] = useState<readonly OpenSession[]>([]);
  useEffect(() => {
    let isCurrent = true;
    void openSessions().then((found) => isCurrent && setSessions(found));
    return () => {
      isCurrent = false;
    };
  }, []);
  return sessions.map((session) => (
    <Button key={session.username} className="button button-wide" isDisabled={isBusy} onPress={() => onChoose(session)}>
      Continue as {session.username}
    </Button>
  ));
}
