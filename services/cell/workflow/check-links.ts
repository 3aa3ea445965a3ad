// The links of a request: how many, how large, and complete.
import { codecOf, type temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { Limits } from "./limits.ts";

type Link = temporal.api.common.v1.ILink;

export const linkCodec = codecOf<Link>("temporal.api.common.v1.Link");

/** Errors: INVALID_ARGUMENT. */
export function checkLinks(
  links: readonly Link[],
  { linksPerRequestMax, linkBytesMax }: Pick<Limits, "linksPerRequestMax" | "linkBytesMax">,
): void {
  if (links.length > linksPerRequestMax) {
    throw invalid(`cannot attach more than ${linksPerRequestMax} links per request, got ${links.length}`);
  }
  for (const link of links) {
    const bytes = linkCodec.encode(link).length;
    if (bytes > linkBytesMax) throw invalid(`link exceeds allowed size of ${linkBytesMax}, got ${bytes}`);
    checkVariant(link);
  }
}

function checkVariant(link: Link): void {
  const { workflowEvent, batchJob, nexusOperation, activity } = link;
  if (workflowEvent != null) {
    needed("workflow event", [
      ["namespace field", workflowEvent.namespace],
      ["workflow ID field", workflowEvent.workflowId],
      ["run ID field", workflowEvent.runId],
    ]);
    const { eventType, eventId } = workflowEvent.eventRef ?? {};
    if ((eventType ?? 0) === 0 && Number(eventId ?? 0) !== 0) {
      throw invalid("workflow event link ref cannot have an unspecified event type and a non-zero event ID");
    }
  } else if (batchJob != null) {
    needed("batch job", [["job ID", batchJob.jobId]]);
  } else if (nexusOperation != null) {
    needed("nexus operation", [
      ["namespace field", nexusOperation.namespace],
      ["operation ID field", nexusOperation.operationId],
      ["run ID field", nexusOperation.runId],
    ]);
  } else if (activity != null) {
    needed("activity", [
      ["namespace field", activity.namespace],
      ["activity ID field", activity.activityId],
      ["run ID field", activity.runId],
    ]);
  } else {
    throw invalid("unsupported link variant");
  }
}

function needed(kind: string, fields: readonly (readonly [string, string | null | undefined])[]): void {
  for (const [name, value] of fields) {
    if ((value ?? "") === "") throw invalid(`${kind} link must not have an empty ${name}`);
  }
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
