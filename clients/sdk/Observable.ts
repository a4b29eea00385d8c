/** What Apollo Client, urql and RxJS understand as a source of messages. It never completes by itself. */
export interface Observable<Result> {
  subscribe(observer: { next: (message: { data: Result }) => void; error?: (reason: unknown) => void }): {
    unsubscribe: () => void;
  };
}
