import { useCallback, useEffect, useRef, useState } from 'react';
import type { Operation } from '../Operation.ts';
import type { NodeOf } from '../pages.ts';
import { usePayrollClient } from './PayrollProvider.ts';

export interface PagesState<Node> {
  /** What was read so far. */
  nodes: readonly Node[];
  hasMore: boolean;
  isReading: boolean;
  error: unknown;
  /** Reads the next page; while one is being read it does nothing. */
  readOn: () => void;
}

type Progress<Node> = Omit<PagesState<Node>, 'readOn'>;

/** A list, page by page: the first at once, each other when `readOn` asks for it. It starts over with other variables. */
export function usePages<Result extends object, Variables>(
  document: Operation<Result, Variables>,
  variables: Variables,
): PagesState<NodeOf<Result>> {
  const client = usePayrollClient();
  const [state, setState] = useState<Progress<NodeOf<Result>>>(BEGINNING);
  const reading = useRef<() => void>(() => {});
  const written = JSON.stringify(variables);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let isReading = false;
    const listFrom = (start: object) =>
      client.pages(document, { ...(JSON.parse(written) as Variables), ...start }, { signal });
    let list = listFrom({});
    let last: { after?: string } = {};
    const readOn = async () => {
      if (isReading || signal.aborted) return;
      isReading = true;
      setState((before) => ({ ...before, isReading, error: undefined }));
      try {
        const { value, done } = await list.next();
        if (signal.aborted) return;
        if (value?.pageInfo.endCursor) last = { after: value.pageInfo.endCursor };
        setState(({ nodes }) => ({
          nodes: value ? [...nodes, ...value.nodes] : nodes,
          hasMore: !done && value.pageInfo.hasNextPage,
          isReading: false,
          error: undefined,
        }));
      } catch (error) {
        list = listFrom(last); // a generator is over once it threw
        if (!signal.aborted) setState((before) => ({ ...before, isReading: false, error }));
      } finally {
        isReading = false;
      }
    };
    reading.current = () => void readOn();
    setState(BEGINNING);
    void readOn();
    return () => stop.abort();
  }, [client, document, written]);
  const readOn = useCallback(() => reading.current(), []);
  return { ...state, readOn };
}

const BEGINNING: Progress<never> = { nodes: [], hasMore: true, isReading: true, error: undefined };
