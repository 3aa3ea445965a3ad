// Turns green when the first worker polls the namespace, by itself and without a reload.
import type { ReactNode } from "react";
import type { Problem } from "#api/problem";
import { ButtonLink } from "#components/button-link";
import { StatusMark } from "#components/status-mark";
import { Timestamp } from "#components/timestamp";
import { count as figure } from "#format/figures";
import styles from "./live-check.module.css";
import type { Namespace } from "./namespace-facts.ts";
import { FIRST_TASK_QUEUE } from "./snippets.ts";
import { useWorkerSeen, type SeenWorker } from "./use-worker-seen.ts";

interface Props {
  namespace: Namespace;
  /** Shows the way to the snippets while no worker is there. */
  hasWayToConnect?: boolean;
}

export function LiveCheck({ namespace, hasWayToConnect = false }: Props): ReactNode {
  const id = namespace.namespace ?? "";
  const isServed = !["RESOURCE_STATE_ACTIVATING", "RESOURCE_STATE_DELETING"].includes(namespace.state ?? "");
  const { isKnown, worker, count, error } = useWorkerSeen(id, isServed);
  if (worker !== undefined) return <Connected namespace={id} worker={worker} count={count} />;
  if (error !== undefined && !isKnown) return <NotTold error={error} />;
  return (
    <div className={styles["check"]} role="status">
      <StatusMark status="waiting" word="Waiting for the first worker" />
      <p className={styles["text"]}>
        {isServed ? (
          <>
            Nobody polls yet. Start the snippet, which polls the task queue <code>{FIRST_TASK_QUEUE}</code>,
            or any worker of your own.
          </>
        ) : (
          "The namespace is not served yet. This begins by itself when it is."
        )}
      </p>
      {hasWayToConnect ? (
        <ButtonLink to="/namespaces/$namespace/connect" params={{ namespace: id }}>
          Show how to connect
        </ButtonLink>
      ) : null}
    </div>
  );
}

function Connected(props: { namespace: string; worker: SeenWorker; count: number }): ReactNode {
  const { namespace, worker, count } = props;
  return (
    <div className={styles["check"]} data-connected role="status">
      <StatusMark
        status="completed"
        word={count === 1 ? "A worker polls" : `${figure(count)} workers poll`}
      />
      <p className={styles["text"]}>
        <code>{worker.identity}</code> asks for work on <code>{worker.taskQueue}</code>
        {worker.sdk === "" ? null : `, with ${worker.sdk}`}
        {worker.lastSeenAt === undefined ? null : (
          <>
            , last <Timestamp at={worker.lastSeenAt} />
          </>
        )}
        .
      </p>
      <ButtonLink to="/namespaces/$namespace/workflows" params={{ namespace }}>
        See its workflows
      </ButtonLink>
    </div>
  );
}

/** Quiet, because the rest of the page is good: the namespace may be closed for this person, or not there now. */
function NotTold({ error }: { error: Problem }): ReactNode {
  return (
    <div className={styles["check"]} role="status">
      <StatusMark status="canceled" word="Not told" />
      <p className={styles["text"]}>{error.message}</p>
    </div>
  );
}
