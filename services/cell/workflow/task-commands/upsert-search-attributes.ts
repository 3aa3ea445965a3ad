// The workflow changes what it can be found by.
import { temporal } from "#contracts";
import { decodeFields } from "../payload-fields.ts";
import { bytesOfFields } from "../payload-size.ts";
import { problemOfSearchAttributes } from "../search-attribute-size.ts";
import { int64 } from "../wire-numbers.ts";
import { refuse, refuseForGood } from "./refusal.ts";
import { taskCommand } from "./task-command.ts";

const { EventType, WorkflowTaskFailedCause } = temporal.api.enums.v1;
const BAD = WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_BAD_SEARCH_ATTRIBUTES;

export const upsertSearchAttributes = taskCommand({
  attributes: "upsertWorkflowSearchAttributesCommandAttributes",
  cause: BAD,
  prepare: (plan, attributes, command) => {
    const { searchAttributes } = attributes;
    if (searchAttributes == null) {
      return refuse(BAD, "SearchAttributes is not set on UpsertWorkflowSearchAttributesCommand.");
    }
    const fields = searchAttributes.indexedFields ?? {};
    if (Object.keys(fields).length === 0) {
      return refuse(BAD, "IndexedFields is not set on UpsertWorkflowSearchAttributesCommand.");
    }
    if (bytesOfFields(fields) > plan.limits.blobBytesMax) {
      return refuseForGood(BAD, "UpsertWorkflowSearchAttributesCommandAttributes exceeds size limit.");
    }
    const all = { ...decodeFields(plan.state.searchAttributes), ...fields };
    const problem = problemOfSearchAttributes({ indexedFields: all }, plan.limits);
    if (problem !== undefined) return refuseForGood(BAD, problem);
    plan.nextEventId += 1;
    return ({ transition, completedEventId }) =>
      transition.add({
        eventType: EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
        userMetadata: command.userMetadata ?? null,
        upsertWorkflowSearchAttributesEventAttributes: {
          workflowTaskCompletedEventId: int64(completedEventId),
          searchAttributes,
        },
      });
  },
});
