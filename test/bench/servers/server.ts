// A server under load, whoever made it: where it answers, and which processes its cost is counted in.

export interface ServerUnderLoad {
  readonly name: string;
  /** host:port of its frontend. */
  readonly address: string;
  readonly namespace: string;
  /** Process trees by name: the server's own, and its database's. */
  readonly watched: Record<string, number>;
  stop(): Promise<void>;
}
