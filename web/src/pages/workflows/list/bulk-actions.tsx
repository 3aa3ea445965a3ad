// What can be done with the chosen workflows, or with all that the filter finds: as one batch operation.
import { useQuery } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { workflowServiceQuery } from "#api/workflow-service";
import { Button } from "#components/button";
import { Note } from "#components/note";
import { count } from "#format/figures";
import type { WorkflowInfo } from "../workflow-facts.ts";
import { BulkDialog } from "./bulk-dialog.tsx";
import { BULK_WORDS, type BulkKind } from "./bulk-kinds.ts";
import styles from "./list.module.css";

const KINDS: readonly BulkKind[] = ["cancel", "terminate", "signal", "reset", "delete"];
/** The API's limit on runs that are named one by one. */
const RUNS_MAX = 1_000;
const BATCH_REFETCH_MS = 1_000;

interface Props {
  namespace: string;
  query: string;
  chosen: readonly WorkflowInfo[];
  /** How many the filter finds. */
  total: number;
  onClear: () => void;
}

export interface StartedBatch {
  jobId: string;
  kind: BulkKind;
}

export function BulkActions({ namespace, query, chosen, total, onClear }: Props): ReactNode {
  const [kind, setKind] = useState<BulkKind | undefined>();
  const [isAll, setAll] = useState(false);
  const [started, setStarted] = useState<StartedBatch | undefined>();
  const target = isAll ? { namespace, query } : { namespace, runs: chosen.slice(0, RUNS_MAX).map(runOf) };
  return (
    <>
      {started === undefined ? null : <Progress namespace={namespace} batch={started} />}
      {chosen.length === 0 ? null : (
        <div className={styles["bulk"]} role="group" aria-label="Actions on the chosen workflows">
          <span>{isAll ? `All ${count(total)} that match` : `${count(chosen.length)} chosen`}</span>
          {KINDS.map((each) => (
            <Button
              key={each}
              kind={each === "delete" ? "danger" : "secondary"}
              onClick={() => setKind(each)}
            >
              {BULK_WORDS[each].verb}
            </Button>
          ))}
          {!isAll && query !== "" && total > chosen.length ? (
            <Button kind="quiet" onClick={() => setAll(true)}>
              Choose all {count(total)} that match
            </Button>
          ) : null}
          <Button
            kind="quiet"
            onClick={() => {
              setAll(false);
              onClear();
            }}
          >
            Clear
          </Button>
        </div>
      )}
      {kind === undefined ? null : (
        <BulkDialog
          kind={kind}
          target={target}
          number={isAll ? total : Math.min(chosen.length, RUNS_MAX)}
          onClose={() => setKind(undefined)}
          onStarted={(jobId) => {
            setStarted({ jobId, kind });
            setKind(undefined);
            setAll(false);
            onClear();
          }}
        />
      )}
    </>
  );
}

function runOf({ execution }: WorkflowInfo): { workflowId: string; runId: string } {
  return { workflowId: execution?.workflowId ?? "", runId: execution?.runId ?? "" };
}

function Progress({ namespace, batch }: { namespace: string; batch: StartedBatch }): ReactNode {
  const { jobId, kind } = batch;
  const { data } = useQuery({
    ...workflowServiceQuery("DescribeBatchOperation", { namespace, jobId }),
    refetchInterval: ({ state }) =>
      (state.data as { state?: string } | undefined)?.state === "BATCH_OPERATION_STATE_RUNNING"
        ? BATCH_REFETCH_MS
        : false,
  });
  if (data === undefined) return null;
  const { totalOperationCount: all, completeOperationCount: done, failureOperationCount: failed } = data;
  const isOver = data.state !== "BATCH_OPERATION_STATE_RUNNING";
  return (
    <div className={styles["batch"]} role="status">
      <Note tone={isOver && Number(failed ?? 0) === 0 ? "good" : "plain"}>
        {isOver ? "Done" : BULK_WORDS[kind].done}: {count(done)} of {count(all)} workflows
        {Number(failed ?? 0) > 0 ? `, ${count(failed)} failed` : ""}. Batch <code>{jobId}</code>
      </Note>
    </div>
  );
}
