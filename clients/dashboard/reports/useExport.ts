import { useEffect, useState } from 'react';
import { ExportOfRunDocument } from '../../generated/operations/graphql.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { execute } from '../api/execute.ts';
import { faultOf } from '../api/faultOf.ts';
import type { Export } from './Export.ts';

const READ_EVERY_MS = 1_000;

const isOver = ({ status }: Export): boolean => status === 'SUCCEEDED' || status === 'FAILED';

/** An export in progress, read once a second until it ends. A failed read is repeated. */
export function useExport(started: Export): { current: Export; fault: ApiFault | undefined } {
  const [current, setCurrent] = useState(started);
  const [fault, setFault] = useState<ApiFault>();
  const [attempt, setAttempt] = useState(0);
  const isDone = isOver(current);
  useEffect(() => {
    if (isDone) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      execute(ExportOfRunDocument, { operationId: started.operationId })
        .then(
          ({ operation }) => {
            if (!isCurrent) return;
            setFault(undefined);
            if (operation) setCurrent(operation);
          },
          (error: unknown) => isCurrent && setFault(faultOf(error)),
        )
        .finally(() => isCurrent && setAttempt((number) => number + 1));
    }, READ_EVERY_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [started.operationId, isDone, attempt]);
  return { current, fault };
}
