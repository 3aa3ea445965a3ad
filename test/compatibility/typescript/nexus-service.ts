// The Nexus service of the compatibility programs: what callers and handlers agree on.
import * as nexus from "nexus-rpc";

export interface Wish {
  value: string;
  /** What the handler or its workflow is to do. */
  how?: string;
  workflowId?: string;
}

export const contractService = nexus.service("contract", {
  /** Answers at once. */
  echo: nexus.operation<Wish, string>(),
  /** Backed by a workflow. */
  run: nexus.operation<Wish, string>(),
});
