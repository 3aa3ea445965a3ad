// The workflow notes something for its own replay: local activities, side effects, versions.
import { temporal } from "#contracts";
import { bytesOfPayloads } from "../payload-size.ts";
import { int64 } from "../wire-numbers.ts";
import { refuse, refuseForGood } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_RECORD_MARKER_ATTRIBUTES;

export const recordMarker = taskCommand({
  attributes: "recordMarkerCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const markerName = attributes.markerName ?? "";
    const { idBytesMax, blobBytesMax } = plan.limits;
    if (markerName === "") return refuse(BAD, "MarkerName is not set on RecordMarkerCommand.");
    if (markerName.length > idBytesMax) {
      return refuse(
        BAD,
        `MarkerName on RecordMarkerCommand exceeds length limit. MarkerName=${markerName} Length=${markerName.length} Limit=${idBytesMax}`,
      );
    }
    const details = attributes.details ?? {};
    const bytes = Object.keys(details).reduce(
      (sum, key) => sum + key.length + bytesOfPayloads(details[key]),
      0,
    );
    if (bytes > blobBytesMax) {
      return refuseForGood(BAD, "RecordMarkerCommandAttributes.Details exceeds size limit.");
    }
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) =>
      transition.add({
        eventType: EventType.EVENT_TYPE_MARKER_RECORDED,
        userMetadata: command.userMetadata ?? null,
        markerRecordedEventAttributes: {
          markerName,
          details,
          workflowTaskCompletedEventId: int64(completedEventId),
          header: attributes.header ?? null,
          failure: attributes.failure ?? null,
        },
      });
  },
});
