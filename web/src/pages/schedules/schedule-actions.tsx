// What can be done with a schedule: trigger, pause and resume with a reason, fill in, change, delete.
import { useNavigate } from "@tanstack/react-router";
import { Ellipsis, Pause, Play, Zap } from "lucide-react";
import { useState, type ReactNode } from "react";
import { newRequestId } from "#api/request-id";
import { useWorkflowServiceMutation } from "#api/workflow-service";
import { say } from "#app/toasts";
import { Button } from "#components/button";
import { ConfirmByName } from "#components/confirm-by-name";
import { IconButton } from "#components/icon-button";
import { Menu } from "#components/menu";
import { BackfillDialog } from "./backfill-dialog.tsx";
import { PauseDialog } from "./pause-dialog.tsx";
import { TriggerDialog } from "./trigger-dialog.tsx";

type Open = "none" | "trigger" | "pause" | "backfill" | "delete";

export interface ScheduleRef {
  namespace: string;
  scheduleId: string;
}

export function ScheduleActions({
  namespace,
  scheduleId,
  isPaused,
}: ScheduleRef & { isPaused: boolean }): ReactNode {
  const navigate = useNavigate();
  const [open, setOpen] = useState<Open>("none");
  const close = (): void => setOpen("none");
  const of = { namespace, scheduleId };
  return (
    <>
      <Button icon={<Zap />} onClick={() => setOpen("trigger")}>
        Trigger
      </Button>
      <Button icon={isPaused ? <Play /> : <Pause />} onClick={() => setOpen("pause")}>
        {isPaused ? "Resume" : "Pause"}
      </Button>
      <Menu
        align="end"
        trigger={<IconButton label="More actions" icon={<Ellipsis />} />}
        groups={[
          {
            items: [
              {
                label: "Edit",
                onSelect: () =>
                  void navigate({ to: "/namespaces/$namespace/schedules/$scheduleId/edit", params: of }),
              },
              { label: "Backfill", onSelect: () => setOpen("backfill") },
              { label: "Delete", isDanger: true, onSelect: () => setOpen("delete") },
            ],
          },
        ]}
      />
      {open === "trigger" ? <TriggerDialog {...of} onClose={close} /> : null}
      {open === "pause" ? <PauseDialog {...of} isPaused={isPaused} onClose={close} /> : null}
      {open === "backfill" ? <BackfillDialog {...of} onClose={close} /> : null}
      {open === "delete" ? <Deletion {...of} onClose={close} /> : null}
    </>
  );
}

/** A change by PatchSchedule; says what was done and closes. */
export function usePatch(
  { namespace, scheduleId }: ScheduleRef,
  done: { words: string; onDone: () => void },
) {
  const patch = useWorkflowServiceMutation("PatchSchedule");
  const [requestId] = useState(newRequestId);
  const run = (change: NonNullable<Parameters<typeof patch.mutate>[0]["patch"]>): void =>
    patch.mutate(
      { namespace, scheduleId, patch: change, requestId },
      {
        onSuccess: () => {
          say(done.words);
          done.onDone();
        },
      },
    );
  return { run, isPending: patch.isPending, error: patch.error };
}

function Deletion({ namespace, scheduleId, onClose }: ScheduleRef & { onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const remove = useWorkflowServiceMutation("DeleteSchedule");
  return (
    <ConfirmByName
      isOpen
      onClose={onClose}
      title={`Delete ${scheduleId}`}
      name={scheduleId}
      losses={["The schedule and its counts", "Starts that wait in its buffer", "Runs that it started go on"]}
      verb="Delete schedule"
      isBusy={remove.isPending}
      error={remove.error}
      onConfirm={() =>
        remove.mutate(
          { namespace, scheduleId },
          {
            onSuccess: () => {
              say("Schedule deleted");
              void navigate({ to: "/namespaces/$namespace/schedules", params: { namespace } });
            },
          },
        )
      }
    />
  );
}
