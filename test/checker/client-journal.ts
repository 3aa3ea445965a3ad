// What the callers of a cell know: each act is written down before and after every try of it. Afterwards the checker
// compares this with what is stored: an act that was told to have worked must be there, an unknown one may be.
import { CloudError, type ErrorCode } from "#shared/errors";

export type ActKind =
  | "start"
  | "signal"
  | "signalWithStart"
  | "requestCancel"
  | "terminate"
  | "update"
  | "reset"
  | "delete"
  | "completeTask"
  | "failTask"
  | "completeActivity"
  | "failActivity"
  | "cancelActivity"
  | "heartbeat"
  | "query"
  | "startStandalone"
  | "deleteStandalone"
  | "startBatch"
  | "createNamespace"
  | "deleteNamespace"
  | "startTenant"
  | "other";

/** `unknown`: at least one try got no answer, and none was told to have worked. */
export type Verdict = "open" | "ok" | "refused" | "unknown";

export interface Act {
  /** Unique; the identity in requests, so that events of the act can be found. */
  readonly id: string;
  readonly kind: ActKind;
  readonly workflowId: string;
  readonly runId: string;
  verdict: Verdict;
  /** Calls that were sent. */
  tries: number;
  /** Of the answer, where the checker needs it. */
  newRunId: string;
  /** The answer says that the act leaves no event of its own. */
  isWithoutEvent: boolean;
  refusedWith: ErrorCode | undefined;
}

/** After these it is not known whether the call did something. */
const UNKNOWN: ReadonlySet<ErrorCode> = new Set(["UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED"]);

export class ClientJournal {
  readonly acts: Act[] = [];
  /** Errors that no caller may ever get. */
  readonly scandals: string[] = [];
  readonly #prefix: string;

  /** `prefix` makes the ids of several journals on one cell differ. */
  constructor(prefix = "act") {
    this.#prefix = prefix;
  }

  open(kind: ActKind, target: { workflowId?: string; runId?: string } = {}): Act {
    const act: Act = {
      id: `${this.#prefix}-${String(this.acts.length + 1)}`,
      kind,
      workflowId: target.workflowId ?? "",
      runId: target.runId ?? "",
      verdict: "open",
      tries: 0,
      newRunId: "",
      isWithoutEvent: false,
      refusedWith: undefined,
    };
    this.acts.push(act);
    return act;
  }

  /** One try. Gives the answer, or the error that the caller got. */
  async attempt<Response>(
    act: Act,
    call: () => Promise<Response>,
  ): Promise<{ response: Response } | { error: CloudError }> {
    act.tries += 1;
    try {
      const response = await call();
      act.verdict = "ok";
      return { response };
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      this.#fail(act, error);
      return { error };
    }
  }

  #fail(act: Act, error: CloudError): void {
    if (error.code === "INTERNAL" || error.code === "DATA_LOSS") {
      this.scandals.push(`${act.kind} ${act.id}: ${error.code} ${error.internalDetail ?? error.message}`);
    }
    if (act.verdict === "ok") return;
    if (UNKNOWN.has(error.code) || error.code === "INTERNAL") act.verdict = "unknown";
    // A refusal after an unknown try tells nothing of that one.
    else if (act.verdict === "open") act.verdict = "refused";
    act.refusedWith = error.code;
  }

  count(verdict: Verdict): number {
    return this.acts.filter((act) => act.verdict === verdict).length;
  }
}
