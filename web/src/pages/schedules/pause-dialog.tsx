// Pauses a schedule or lets it go on, with the reason that is kept in its notes.
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { TextField } from "#components/field";
import { FormLayout } from "#components/form-layout";
import { usePatch, type ScheduleRef } from "./schedule-actions.tsx";
import { PatchShowAs } from "./schedule-show-as.tsx";

interface Props extends ScheduleRef {
  isPaused: boolean;
  onClose: () => void;
}

export function PauseDialog({ isPaused, onClose, ...of }: Props): ReactNode {
  const [reason, setReason] = useState("");
  // The server takes an empty reason for none, and then changes nothing.
  const words = reason.trim() === "" ? "From the console" : reason.trim();
  const patch = isPaused ? { unpause: words } : { pause: words };
  const { run, isPending, error } = usePatch(of, {
    words: isPaused ? "Schedule resumed" : "Schedule paused",
    onDone: onClose,
  });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`${isPaused ? "Resume" : "Pause"} ${of.scheduleId}`}
      text={
        isPaused
          ? "It acts at its times again. Those that passed meanwhile are not made up for."
          : "It starts nothing until it is resumed. What runs goes on."
      }
    >
      <FormLayout
        onSubmit={() => run(patch)}
        error={error}
        errorTitle={isPaused ? "The schedule was not resumed" : "The schedule was not paused"}
        buttons={
          <Button kind="primary" type="submit" isBusy={isPending}>
            {isPaused ? "Resume schedule" : "Pause schedule"}
          </Button>
        }
      >
        <TextField
          label="Reason"
          value={reason}
          onChange={setReason}
          hint="Kept in the schedule's notes."
          isOptional
          autoFocus
        />
      </FormLayout>
      <PatchShowAs
        {...of}
        patch={patch}
        words="schedule toggle"
        flags={{ [isPaused ? "unpause" : "pause"]: true, reason: words }}
      />
    </Dialog>
  );
}
