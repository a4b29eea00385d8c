import { type ApiFault } from './ApiFault.ts';
import { faultOf } from './faultOf.ts';

export interface Page<Node> {
  nodes: Node[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

export interface PagedListState<Node> {
  nodes: readonly Node[];
  hasNextPage: boolean;
  /** Where the next page begins. */
  endCursor: string | null;
  isReading: boolean;
  fault: ApiFault | undefined;
}

/**
 * A connection of the API, read page by page as far as it is needed, and read again without flicker when it changed: the
 * old nodes stay until the new ones are there.
 */
export class PagedList<Node> {
  readonly #readPage: (after: string | null) => Promise<Page<Node>>;
  readonly #listeners = new Set<() => void>();
  #state: PagedListState<Node> = {
    nodes: [],
    hasNextPage: true,
    endCursor: null,
    isReading: true,
    fault: undefined,
  };
  #neededCount: number;
  #isStale = true;

  /** @param neededCount how many nodes to read at first */
  constructor(neededCount: number, readPage: (after: string | null) => Promise<Page<Node>>) {
    this.#neededCount = neededCount;
    this.#readPage = readPage;
    void this.#read();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): PagedListState<Node> => this.#state;

  /** Reads on until there are `count` nodes, or no more. */
  need(count: number): void {
    if (count <= this.#neededCount) return;
    this.#neededCount = count;
    this.#readUnlessReading();
  }

  /** Reads everything that is needed again. */
  readonly refresh = (): void => {
    this.#isStale = true;
    this.#readUnlessReading();
  };

  #readUnlessReading(): void {
    if (!this.#state.isReading) void this.#read();
  }

  async #read(): Promise<void> {
    this.#set({ isReading: true, fault: undefined });
    try {
      while (this.#isStale || (this.#state.hasNextPage && this.#state.nodes.length < this.#neededCount)) {
        if (this.#isStale) await this.#readAnew();
        else await this.#readOn();
      }
      this.#set({ isReading: false });
    } catch (error) {
      this.#set({ isReading: false, fault: faultOf(error) });
    }
  }

  async #readAnew(): Promise<void> {
    this.#isStale = false;
    const nodes: Node[] = [];
    let cursor: string | null = null;
    let hasNextPage = true;
    try {
      while (hasNextPage && nodes.length < this.#neededCount) {
        const page: Page<Node> = await this.#readPage(cursor);
        nodes.push(...page.nodes);
        hasNextPage = page.pageInfo.hasNextPage;
        cursor = page.pageInfo.endCursor ?? null;
      }
    } catch (error) {
      this.#isStale = true;
      throw error;
    }
    this.#set({ nodes, hasNextPage, endCursor: cursor });
  }

  async #readOn(): Promise<void> {
    const { nodes, pageInfo } = await this.#readPage(this.#state.endCursor);
    const { hasNextPage, endCursor = null } = pageInfo;
    this.#set({ nodes: [...this.#state.nodes, ...nodes], hasNextPage, endCursor });
  }

  #set(change: Partial<PagedListState<Node>>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
