/** What the client uses of a WebSocket: the platform's own and that of the package `ws` have it. */
export interface RealtimeSocket {
  readonly readyState: number;
  send(text: string): void;
  close(): void;
  addEventListener(type: 'open' | 'message' | 'close' | 'error', listener: (event: { data?: unknown }) => void): void;
}

export type WebSocketClass = new (url: string, protocols: string[]) => RealtimeSocket;
