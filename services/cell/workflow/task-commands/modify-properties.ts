// The workflow changes its memo.
import { temporal } from "#contracts";
import { bytesOfFields } from "../payload-size.ts";
import { int64 } from "../wire-numbers.ts";
import { refuse, refuseForGood } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_MODIFY_WORKFLOW_PROPERTIES_ATTRIBUTES;

export const modifyProperties = taskCommand({
  attributes: "modifyWorkflowPropertiesCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const { upsertedMemo } = attributes;
    if (upsertedMemo == null) {
      return refuse(BAD, "UpsertedMemo is not set on ModifyWorkflowPropertiesCommand.");
    }
    const bytes = bytesOfFields(upsertedMemo.fields);
    if (Object.keys(upsertedMemo.fields ?? {}).length === 0) {
      return refuse(BAD, "UpsertedMemo.Fields is not set on ModifyWorkflowPropertiesCommand.");
    }
    if (bytes > plan.limits.blobBytesMax) {
      return refuseForGood(BAD, "ModifyWorkflowPropertiesCommandAttributes exceeds size limit.");
    }
    plan.memoBytes += bytes;
    if (plan.memoBytes > plan.limits.memoBytesMax) {
      return refuseForGood(BAD, "ModifyWorkflowPropertiesCommandAttributes. Memo exceeds size limit.");
    }
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) =>
      transition.add({
        eventType: EventType.EVENT_TYPE_WORKFLOW_PROPERTIES_MODIFIED,
        userMetadata: command.userMetadata ?? null,
        workflowPropertiesModifiedEventAttributes: {
          workflowTaskCompletedEventId: int64(completedEventId),
          upsertedMemo,
        },
      });
  },
});
