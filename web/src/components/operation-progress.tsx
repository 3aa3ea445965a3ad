// A long change as its steps: accepted, carried out by a workflow, in effect. Read from the operation, so that it
// survives a reload. A failed one says why, and that nothing of it is left.
import type { ReactNode } from "react";
import { api } from "#api/client";
import { duration, msOf } from "#format/time";
import { now, useNow } from "#hooks/use-now";
import styles from "./operation-progress.module.css";
import { StatusMark, type Status } from "./status-mark.tsx";

const POLL_MS = 700;

interface Props {
  operationId: string;
  /** What is being done: "Creating orders.a1b2c". */
  title: string;
}

export function OperationProgress({ operationId, title }: Props): ReactNode {
  useNow();
  const { data } = api.useQuery(
    "get",
    "/cloud/operations/{async_operation_id}",
    { params: { path: { async_operation_id: operationId } } },
    { refetchInterval: ({ state }) => (isOver(state.data?.asyncOperation?.state) ? false : POLL_MS) },
  );
  const operation = data?.asyncOperation;
  if (operation === undefined) return null;
  const { state, failureReason, startedTime, finishedTime } = operation;
  const startedMs = msOf(startedTime);
  const tookMs = startedMs === undefined ? undefined : (msOf(finishedTime) ?? now()) - startedMs;
  const steps = stepsOf(state);
  return (
    <section className={styles["progress"]} aria-label={title} aria-live="polite">
      <h2>{title}</h2>
      <ol className={styles["steps"]}>
        {steps.map(({ name, status, word }) => (
          <li key={name}>
            <StatusMark status={status} word={word} />
            <span>{name}</span>
          </li>
        ))}
      </ol>
      <p className={styles["foot"]}>
        {failureReason === undefined || failureReason === "" ? null : <strong>{failureReason} </strong>}
        {tookMs === undefined ? null : duration(Math.max(0, tookMs))} · operation <code>{operationId}</code>
      </p>
    </section>
  );
}

interface Step {
  name: string;
  status: Status;
  word: string;
}

function isOver(state: string | undefined): boolean {
  return state !== undefined && !["STATE_PENDING", "STATE_IN_PROGRESS"].includes(state);
}

function stepsOf(state: string | undefined): Step[] {
  const hasBegun = state !== "STATE_PENDING";
  const isDone = state === "STATE_FULFILLED";
  const hasFailed = isOver(state) && !isDone;
  const carrying: Step = hasFailed
    ? { name: "Carried out by its workflow, then undone", status: "failed", word: "Failed" }
    : isDone
      ? { name: "Carried out by its workflow", status: "completed", word: "Done" }
      : {
          name: "Carried out by its workflow",
          status: hasBegun ? "running" : "waiting",
          word: hasBegun ? "Running" : "Waiting",
        };
  return [
    { name: "Checked and accepted", status: "completed", word: "Done" },
    carrying,
    {
      name: "In effect at the gateway",
      status: isDone ? "completed" : hasFailed ? "canceled" : "waiting",
      word: isDone ? "Done" : hasFailed ? "Not reached" : "Waiting",
    },
  ];
}
