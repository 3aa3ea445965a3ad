// A query that waits at its execution, to travel with a workflow task or until it may be asked directly.
import type { temporal } from "#contracts";

export type QueryResult = temporal.api.query.v1.IWorkflowQueryResult;

export interface BufferedQuery {
  id: string;
  query: temporal.api.query.v1.IWorkflowQuery;
  /** "<scheduled event id>/<attempt>" of the started workflow task it went with, or empty. */
  attachedTo: string;
  resolve: (result: QueryResult) => void;
  reject: (error: Error) => void;
}
