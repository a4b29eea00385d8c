import { useCallback, useEffect, useState } from 'react';
import type { ApiFault } from './ApiFault.ts';
import { faultOf } from './faultOf.ts';

export interface Answer<Value> {
  value: Value | undefined;
  fault: ApiFault | undefined;
  retry: () => void;
}

/** What `read` answers; read again whenever `read` is another function, so give it a stable one. */
export function useAnswer<Value>(read: () => Promise<Value>): Answer<Value> {
  const [answer, setAnswer] = useState<{ value?: Value; fault?: ApiFault }>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    setAnswer({});
    read().then(
      (value) => isCurrent && setAnswer({ value }),
      (error: unknown) => isCurrent && setAnswer({ fault: faultOf(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [read, attempt]);
  const retry = useCallback(() => setAttempt((number) => number + 1), []);
  return { value: answer.value, fault: answer.fault, retry };
}
