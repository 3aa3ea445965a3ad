// The door of visibility: what the rest of the cell uses to record, list, count and check what is searchable.
export { countExecutions, type CountRequest, type ExecutionCount } from "./count-executions.ts";
export { listExecutions, type ExecutionPage, type ListRequest } from "./list-executions.ts";
export { listStandalone, type ListedStandalone } from "./list-standalone.ts";
export { closedFilter, openFilter } from "./older-filters.ts";
export { parseFilter } from "./parse-filter.ts";
export type { Condition, Filter, Literal } from "./filter-syntax.ts";
export { LIMITS as visibilityLimits } from "./limits.ts";
export {
  attributeTypeOf,
  builtInAttributes,
  indexedValueTypeOf,
  isAttributeType,
  isReservedAttributeName,
  NO_ATTRIBUTES,
  presentFields,
  type AttributeDefinitions,
  type AttributeType,
} from "./search-attributes.ts";
export { standaloneSchema, type Schema } from "./schema.ts";
export { canonicalDatetime, jsonOfAttributes } from "./search-attribute-values.ts";
export { typeSearchAttributes, validateSearchAttributes } from "./validate-search-attributes.ts";
export {
  deleteNamespaceVisibility,
  deleteStatement,
  deleteVisibility,
  upsertStatement,
  upsertVisibility,
  type Statement,
} from "./visibility-store.ts";
export type { ExecutionKey, VisibilityRecord } from "./visibility-record.ts";
