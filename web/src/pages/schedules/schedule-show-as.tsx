// A change of a schedule as a REST call and on the command line.
import type { ReactNode } from "react";
import type { Message } from "#api/workflow-service";
import { NamespaceShowAs } from "#components/namespace-show-as";
import { temporalCommand, type CliFlags } from "#format/temporal-cli";
import type { ScheduleRef } from "./schedule-actions.tsx";

interface Props extends ScheduleRef {
  patch: Message<"temporal.api.schedule.v1.SchedulePatch">;
  /** "schedule toggle". */
  words: string;
  flags: CliFlags;
}

export function PatchShowAs({ namespace, scheduleId, patch, words, flags }: Props): ReactNode {
  return (
    <NamespaceShowAs
      namespace={namespace}
      path={["schedules", scheduleId, "patch"]}
      body={{ patch }}
      cli={(target) => temporalCommand(words, target, { "schedule-id": scheduleId, ...flags })}
    />
  );
}
