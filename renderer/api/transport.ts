import type { RPCLink } from '@orpc/client/websocket';

/** One open line to the core, whatever carries it. */
export interface Line {
  readonly link: Pick<RPCLink<Record<never, never>>, 'call'>;
  /** Resolves when the line is gone. */
  readonly closed: Promise<void>;
  close(): void;
}

/** How this window reaches the core: a WebSocket to the page's own origin, or a port that a desktop shell hands over. */
export interface Transport {
  /** Opens a line; rejects when the core cannot be reached now. */
  open(): Promise<Line>;
}
