import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { PagedList, PagedListState } from './PagedList.ts';

/** How often a list is read again at most while things keep changing. */
const REFRESH_EVERY_MS = 1_000;

/** The state of a list, which is read again after each change of `revision`, at most once a second. */
export function usePagedList<Node>(list: PagedList<Node>, revision: string): PagedListState<Node> {
  const readAt = useRef(0);
  const readRevision = useRef(revision);
  useEffect(() => {
    if (readRevision.current === revision) return;
    const timer = setTimeout(
      () => {
        readAt.current = Date.now();
        readRevision.current = revision;
        list.refresh();
      },
      Math.max(0, readAt.current + REFRESH_EVERY_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [list, revision]);
  return useSyncExternalStore(list.subscribe, list.getState);
}
