// Queries that workers answer without a workflow task, by id. In memory only: after a crash callers ask again.
import type { QueryResult } from "./buffered-query.ts";

interface WaitingQuery {
  /** Only a worker of this namespace may answer. */
  namespaceId: string;
  isTaken?: boolean;
  resolve: (result: QueryResult) => void;
  reject: (error: Error) => void;
}

export class DirectQueries {
  readonly #waiting = new Map<string, WaitingQuery>();

  add(id: string, { namespaceId, resolve, reject }: WaitingQuery): void {
    this.#waiting.set(id, { namespaceId, resolve, reject });
  }

  /** A worker has it; false when it is taken or given up already. */
  take(id: string): boolean {
    const query = this.#waiting.get(id);
    if (query === undefined || query.isTaken === true) return false;
    query.isTaken = true;
    return true;
  }

  isTaken(id: string): boolean {
    return this.#waiting.get(id)?.isTaken === true;
  }

  /** Whether somebody still waits for the answer. */
  has(id: string): boolean {
    return this.#waiting.has(id);
  }

  forget(id: string): void {
    this.#waiting.delete(id);
  }

  /** False when nobody in the namespace waits for it any more. */
  answer(id: string, namespaceId: string, result: QueryResult): boolean {
    const query = this.#waiting.get(id);
    if (query?.namespaceId !== namespaceId) return false;
    this.#waiting.delete(id);
    query.resolve(result);
    return true;
  }

  fail(id: string, error: Error): boolean {
    const query = this.#waiting.get(id);
    this.#waiting.delete(id);
    query?.reject(error);
    return query !== undefined;
  }
}
