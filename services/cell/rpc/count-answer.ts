// The answer to a count of executions, of whatever kind. Answered from visibility.
import type { temporal } from "#contracts";
import Long from "long";
import type { Engine } from "../engine.ts";
import type { Namespace } from "../namespaces/namespace.ts";
import { countExecutions, type CountRequest } from "../visibility/index.ts";

interface CountAnswer {
  count: Long;
  groups: { groupValues: temporal.api.common.v1.IPayload[]; count: Long }[];
}

/** Errors: INVALID_ARGUMENT for a filter that cannot be understood. */
export async function countAnswer(
  engine: Engine,
  namespace: Namespace,
  counted: Pick<CountRequest, "query" | "schema">,
): Promise<CountAnswer> {
  const { count, groups } = await countExecutions(engine.pool, {
    namespaceId: namespace.id,
    definitions: namespace.attributes,
    ...counted,
  });
  return {
    count: Long.fromNumber(count),
    groups: groups.map((group) => ({ groupValues: group.groupValues, count: Long.fromNumber(group.count) })),
  };
}
