// What a field of a list filter reads: a column of the table or a key of search_attributes. Here alone are the
// table's columns spelled for filters; a field's `sql` is null where the execution has no such value.
import { INVALID_ATTRIBUTE, queryError } from "./query-error.ts";
import {
  isSystemAttribute,
  predefinedAttribute,
  SYSTEM_ATTRIBUTES,
  type AttributeDefinitions,
  type AttributeType,
  type SystemAttribute,
} from "./search-attributes.ts";

const RESERVED_PREFIX = "Temporal";
export const NAMESPACE_DIVISION = "TemporalNamespaceDivision";

export type Field =
  | {
      readonly kind: "column";
      readonly name: string;
      readonly type: AttributeType;
      readonly attribute: SystemAttribute;
    }
  | { readonly kind: "attribute"; readonly name: string; readonly type: AttributeType; readonly key: string };

const CLOSED = "close_time < 'infinity'";

/** Counts and durations are known of closed executions only, as in Temporal's visibility. */
export const COLUMN_SQL: Readonly<Record<SystemAttribute, string>> = {
  WorkflowId: "workflow_id",
  RunId: "run_id",
  WorkflowType: "workflow_type",
  StartTime: "start_time",
  ExecutionTime: "execution_time",
  CloseTime: "nullif(close_time, 'infinity')",
  ExecutionStatus: "status",
  TaskQueue: "task_queue",
  HistoryLength: `case when ${CLOSED} then history_length end`,
  ExecutionDuration: `case when ${CLOSED} then extract(epoch from close_time - execution_time) * 1000000000 end`,
  StateTransitionCount: `case when ${CLOSED} then state_transition_count end`,
  HistorySizeBytes: `case when ${CLOSED} then history_size_bytes end`,
  ParentWorkflowId: "parent_workflow_id",
  ParentRunId: "parent_run_id",
  RootWorkflowId: "coalesce(root_workflow_id, workflow_id)",
  RootRunId: "coalesce(root_run_id, run_id)",
};

const UUID_COLUMNS: readonly SystemAttribute[] = ["RunId", "ParentRunId", "RootRunId"];

export function isUuidColumn(field: Field): boolean {
  return field.kind === "column" && UUID_COLUMNS.includes(field.attribute);
}

/**
 * The field of a name: the namespace's own attributes first, then system and predefined ones, then the name with or
 * without the prefix `Temporal`. Errors: INVALID_ARGUMENT when there is none.
 */
export function resolveField(name: string, definitions: AttributeDefinitions): Field {
  const custom = definitions.get(name);
  if (custom !== undefined && !isSystemAttribute(name) && predefinedAttribute(name) === undefined) {
    return { kind: "attribute", name, type: custom, key: name };
  }
  const otherName = name.startsWith(RESERVED_PREFIX)
    ? name.slice(RESERVED_PREFIX.length)
    : `${RESERVED_PREFIX}${name}`;
  const field = builtInField(name, name) ?? builtInField(name, otherName);
  if (field === undefined) throw queryError(INVALID_ATTRIBUTE, name);
  return field;
}

function builtInField(name: string, attribute: string): Field | undefined {
  if (isSystemAttribute(attribute)) {
    return { kind: "column", name, type: SYSTEM_ATTRIBUTES[attribute], attribute };
  }
  const predefined = predefinedAttribute(attribute);
  if (predefined === undefined) return undefined;
  return { kind: "attribute", name, type: predefined.type, key: attribute };
}
