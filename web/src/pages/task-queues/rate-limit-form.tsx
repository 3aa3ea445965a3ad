// The limit of a task queue on activities: what holds now and by whose word, and a form that sets or lifts it.
import { useState, type ReactNode } from "react";
import { useOwnEmail } from "#api/own-email";
import { useWorkflowServiceMutation, type RequestOf } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { Facts } from "#components/facts";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { Timestamp } from "#components/timestamp";
import { count } from "#format/figures";
import { temporalCommand } from "#format/temporal-cli";
import type { Described } from "./task-queue-facts.ts";

const SOURCES: Readonly<Record<string, string>> = {
  RATE_LIMIT_SOURCE_API: "set here",
  RATE_LIMIT_SOURCE_WORKER: "set by its workers",
  RATE_LIMIT_SOURCE_SYSTEM: "the system's own",
};

interface Props {
  namespace: string;
  taskQueue: string;
  mayWrite: boolean;
  described: Described;
}

export function RateLimitForm(props: Props): ReactNode {
  const { effectiveRateLimit: effective, config } = props.described;
  const metadata = config?.queueRateLimit?.metadata;
  return (
    <>
      <Facts
        facts={[
          { name: "Holds now", value: `${count(Math.round(effective?.requestsPerSecond ?? 0))} per second` },
          { name: "By whose word", value: SOURCES[effective?.rateLimitSource ?? ""] ?? "the system's own" },
          ...(metadata?.updateTime === undefined
            ? []
            : [
                { name: "Set", value: <Timestamp at={metadata.updateTime} /> },
                { name: "By", value: metadata.updateIdentity ?? "" },
                { name: "Reason", value: metadata.reason ?? "" },
              ]),
        ]}
      />
      {props.mayWrite ? <Form {...props} /> : null}
    </>
  );
}

function Form({ namespace, taskQueue, described }: Props): ReactNode {
  const current = described.config?.queueRateLimit?.rateLimit?.requestsPerSecond;
  const [rate, setRate] = useState(current === undefined ? "" : String(current));
  const [reason, setReason] = useState("");
  const { request, save, isPending, error } = useRateLimit({ namespace, taskQueue, reason });
  const perSecond = Number(rate);
  const isRate = rate.trim() !== "" && Number.isFinite(perSecond) && perSecond >= 0;
  return (
    <>
      <FormLayout
        onSubmit={() => (isRate ? save(perSecond) : undefined)}
        error={error}
        errorTitle="The limit was not changed"
        buttons={
          <>
            <Button type="submit" kind="primary" isBusy={isPending} disabled={!isRate}>
              Set limit
            </Button>
            {current === undefined ? null : (
              <Button kind="quiet" onClick={() => save(undefined)}>
                Lift limit
              </Button>
            )}
          </>
        }
      >
        <TextField
          label="Limit"
          value={rate}
          onChange={setRate}
          inputMode="decimal"
          suffix="activities per second"
        />
        <TextField label="Reason" value={reason} onChange={setReason} isOptional />
      </FormLayout>
      <NamespaceShowAs
        namespace={namespace}
        path={["task-queues", taskQueue, "update-config"]}
        body={request(isRate ? perSecond : undefined)}
        cli={(target) =>
          temporalCommand("task-queue config set", target, {
            ...{ "task-queue": taskQueue, "task-queue-type": "activity" },
            ...{ "queue-rps-limit": rate, "queue-rps-limit-reason": reason },
          })
        }
      />
    </>
  );
}

/** An undefined limit lifts the one that is set. */
function useRateLimit({
  namespace,
  taskQueue,
  reason,
}: Pick<Props, "namespace" | "taskQueue"> & { reason: string }) {
  const identity = useOwnEmail();
  const update = useWorkflowServiceMutation("UpdateTaskQueueConfig");
  const request = (limit: number | undefined): RequestOf<"UpdateTaskQueueConfig"> => ({
    ...{ namespace, taskQueue, taskQueueType: "TASK_QUEUE_TYPE_ACTIVITY", identity },
    updateQueueRateLimit: {
      reason,
      ...(limit === undefined ? {} : { rateLimit: { requestsPerSecond: limit } }),
    },
  });
  const save = (limit: number | undefined): void =>
    update.mutate(request(limit), {
      onSuccess: () => say(limit === undefined ? "Limit lifted" : "Limit set"),
    });
  return { request, save, isPending: update.isPending, error: update.error };
}
