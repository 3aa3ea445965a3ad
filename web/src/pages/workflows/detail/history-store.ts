// The history of one run in the browser: read page after page, then followed by long polls until the run is closed. The
// parts of the page share it, so that going from one to the other reads nothing again.
import { callWorkflowService } from "#api/workflow-service";
import { HistoryGroups } from "../history/group-events.ts";
import type { HistoryEvent } from "../history/history-event.ts";
import type { RunName } from "../workflow-facts.ts";

/** The server's limit; the first page is shown before the second is asked for. */
const PAGE_EVENTS = 1_000;
/** A history has at most 51,200 events; pages may be smaller when events are large. */
const PAGES_AT_ONCE_MAX = 2_000;

export class HistoryStore {
  readonly events: HistoryEvent[] = [];
  readonly grouping = new HistoryGroups();
  /** The run is closed and all of it is here. */
  isComplete = false;
  /** Everything that had happened is here; what comes now is news. */
  isCaughtUp = false;
  error: unknown = undefined;
  /** How many events there are, as far as the server has told. */
  private expected = Number.POSITIVE_INFINITY;
  private version = 0;
  private nextPageToken = "";
  private readonly listeners = new Set<() => void>();

  constructor(readonly run: RunName) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly readVersion = (): number => this.version;

  expect(events: number): void {
    this.expected = events;
  }

  /** Reads what there is; when that is here already, waits once for news. */
  async follow(signal: AbortSignal): Promise<void> {
    try {
      for (let page = 0; page < PAGES_AT_ONCE_MAX; page += 1) {
        const isLast = await this.readPage(signal);
        this.isCaughtUp ||= isLast || this.events.length >= this.expected;
        this.tell();
        if (isLast || this.isCaughtUp) return;
      }
    } catch (error) {
      if (!signal.aborted) {
        this.error = error;
        this.tell();
      }
      throw error;
    }
  }

  private async readPage(signal: AbortSignal): Promise<boolean> {
    const { namespace, workflowId, runId } = this.run;
    const answer = await callWorkflowService(
      "GetWorkflowExecutionHistory",
      {
        namespace,
        execution: { workflowId, runId },
        maximumPageSize: PAGE_EVENTS,
        waitNewEvent: true,
        ...(this.nextPageToken === "" ? {} : { nextPageToken: this.nextPageToken }),
      },
      signal,
    );
    // An answer that comes after the page was left must not be taken: the next question begins where this one did.
    signal.throwIfAborted();
    const events = (answer.history?.events ?? []) as HistoryEvent[];
    for (const event of events) this.events.push(event);
    this.grouping.add(events);
    this.error = undefined;
    this.nextPageToken = answer.nextPageToken ?? "";
    this.isComplete = this.nextPageToken === "";
    return this.isComplete;
  }

  private tell(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
