import { useCallback, useEffect, useState } from 'react';
import type { ApiFault } from './ApiFault.ts';
import { faultOf } from './faultOf.ts';

export interface Answer<Value> {
  value: Value | undefined;
  fault: ApiFault | undefined;
  retry: () => void;
}

/**
 * What `read` answers; read again whenever `read` is another function, so give it a stable one.
 * @param revision when only this changes, the old value stays until the new one is there
 */
export function useAnswer<Value>(read: () => Promise<Value>, revision = ''): Answer<Value> {
  const [answer, setAnswer] = useState<{ value?: Value; fault?: ApiFault }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => setAnswer({}), [read, attempt]);
  useEffect(() => {
    let isCurrent = true;
    read().then(
      (value) => isCurrent && setAnswer({ value }),
      (error: unknown) => isCurrent && setAnswer({ fault: faultOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [read, attempt, revision]);
  const retry = useCallback(() => setAttempt((number) => number + 1), []);
  return { value: answer.value, fault: answer.fault, retry };
}
