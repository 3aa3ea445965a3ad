// The input of a run and what it came to: its result, its failure, the run that goes on.
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { PayloadList } from "#components/payload-view";
import { visibleText, type Payload } from "#format/payload";
import { attributesOf, textAt, typeOf, type HistoryEvent } from "../history/history-event.ts";
import { isOpen, type RunName } from "../workflow-facts.ts";
import styles from "./detail.module.css";
import { FailureView } from "./failure-view.tsx";
import { useHistory, useRun } from "./use-run.tsx";

export function GivenAndGave(): ReactNode {
  const { run, info } = useRun();
  const { events, isComplete } = useHistory();
  const [first] = events;
  const last = events.at(-1);
  const isClosed = info !== undefined && !isOpen(info);
  return (
    <div className={styles["given"]}>
      <section aria-label="Input">
        <h2>Input</h2>
        {first === undefined ? null : (
          <PayloadList payloads={payloadsAt(first, "input")} empty="It was started without input." />
        )}
      </section>
      <section aria-label="Result">
        <h2>Result</h2>
        {isClosed && isComplete && last !== undefined ? (
          <Outcome run={run} event={last} />
        ) : (
          <p className={styles["muted"]}>{isClosed ? "Reading the history…" : "It is still open."}</p>
        )}
      </section>
    </div>
  );
}

function payloadsAt(event: HistoryEvent, key: string): Payload[] | undefined {
  const value = attributesOf(event)[key] as { payloads?: Payload[] } | undefined;
  return value?.payloads;
}

const ENDS: Readonly<Record<string, string>> = {
  WORKFLOW_EXECUTION_TERMINATED: "It was terminated",
  WORKFLOW_EXECUTION_TIMED_OUT: "It took longer than it may",
  WORKFLOW_EXECUTION_CANCELED: "It was canceled",
};

function Outcome({ run, event }: { run: RunName; event: HistoryEvent }): ReactNode {
  const attributes = attributesOf(event);
  const type = typeOf(event);
  const nextRun = textAt(attributes, "newExecutionRunId");
  const reason = textAt(attributes, "reason");
  return (
    <>
      {type === "WORKFLOW_EXECUTION_COMPLETED" ? (
        <PayloadList payloads={payloadsAt(event, "result")} empty="It completed without a result." />
      ) : null}
      {attributes["failure"] == null ? null : <FailureView failure={attributes["failure"]} />}
      {ENDS[type] === undefined ? null : (
        <p>
          {ENDS[type]}
          {reason === "" ? "." : `: ${visibleText(reason)}`}
        </p>
      )}
      {nextRun === "" ? null : (
        <p>
          It goes on as{" "}
          <Link
            to="/namespaces/$namespace/workflows/$workflowId/$runId"
            params={{ namespace: run.namespace, workflowId: run.workflowId, runId: nextRun }}
          >
            the next run
          </Link>
          .
        </p>
      )}
    </>
  );
}
