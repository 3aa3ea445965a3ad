// Starts a schedule's workflow now, whatever its times say.
import { useState, type ReactNode } from "react";
import { Button } from "#components/button";
import { Dialog } from "#components/dialog";
import { FormLayout } from "#components/form-layout";
import { SelectField } from "#components/select-field";
import { usePatch, type ScheduleRef } from "./schedule-actions.tsx";
import { OVERLAP_POLICIES, overlapWord, type OverlapChoice } from "./schedule-facts.ts";
import { PatchShowAs } from "./schedule-show-as.tsx";

export function TriggerDialog({ onClose, ...of }: ScheduleRef & { onClose: () => void }): ReactNode {
  const [overlap, setOverlap] = useState<OverlapChoice>("SCHEDULE_OVERLAP_POLICY_ALLOW_ALL");
  const patch = { triggerImmediately: { overlapPolicy: overlap } };
  const { run, isPending, error } = usePatch(of, { words: "Schedule triggered", onDone: onClose });
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Trigger ${of.scheduleId}`}
      text="Its workflow is started once, now."
    >
      <FormLayout
        onSubmit={() => run(patch)}
        error={error}
        errorTitle="The schedule was not triggered"
        buttons={
          <Button kind="primary" type="submit" isBusy={isPending}>
            Trigger now
          </Button>
        }
      >
        <SelectField
          label="When the run before still runs"
          choices={OVERLAP_POLICIES}
          value={overlap}
          onChange={setOverlap}
        />
      </FormLayout>
      <PatchShowAs
        {...of}
        patch={patch}
        words="schedule trigger"
        flags={{ "overlap-policy": overlapWord(overlap) }}
      />
    </Dialog>
  );
}
