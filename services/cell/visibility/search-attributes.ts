// The names one can search by and their types: system fields, Temporal's predefined attributes, and the namespace's
// own. Types are numbers of temporal.api.enums.v1.IndexedValueType on the wire and names here.

export const ATTRIBUTE_TYPES = [
  "Text",
  "Keyword",
  "Int",
  "Double",
  "Bool",
  "Datetime",
  "KeywordList",
] as const;

export type AttributeType = (typeof ATTRIBUTE_TYPES)[number];

/** A namespace's own search attributes: name to type. */
export interface AttributeDefinitions extends ReadonlyMap<string, AttributeType> {
  /** Name of before to the name now: an execution keeps its values under the names by which they were set. */
  readonly formerNames?: ReadonlyMap<string, string>;
}

export const NO_ATTRIBUTES: AttributeDefinitions = new Map();

/** Number of IndexedValueType: its members are 1 to 7 in this order. */
export function indexedValueTypeOf(type: AttributeType): number {
  return ATTRIBUTE_TYPES.indexOf(type) + 1;
}

export function attributeTypeOf(indexedValueType: number): AttributeType | undefined {
  return ATTRIBUTE_TYPES[indexedValueType - 1];
}

export function isAttributeType(name: string): name is AttributeType {
  return (ATTRIBUTE_TYPES as readonly string[]).includes(name);
}

/** Facts of an execution, kept in columns; nobody may set them as search attributes. */
export const SYSTEM_ATTRIBUTES = {
  WorkflowId: "Keyword",
  RunId: "Keyword",
  WorkflowType: "Keyword",
  StartTime: "Datetime",
  ExecutionTime: "Datetime",
  CloseTime: "Datetime",
  ExecutionStatus: "Keyword",
  TaskQueue: "Keyword",
  HistoryLength: "Int",
  ExecutionDuration: "Int",
  StateTransitionCount: "Int",
  HistorySizeBytes: "Int",
  ParentWorkflowId: "Keyword",
  ParentRunId: "Keyword",
  RootWorkflowId: "Keyword",
  RootRunId: "Keyword",
} as const satisfies Record<string, AttributeType>;

export type SystemAttribute = keyof typeof SYSTEM_ATTRIBUTES;

/** Kept with the namespace's own attributes and present in every namespace; the value says who may set them. */
const PREDEFINED_ATTRIBUTES: Readonly<Record<string, { type: AttributeType; settable: boolean }>> = {
  TemporalChangeVersion: { type: "KeywordList", settable: true },
  BinaryChecksums: { type: "KeywordList", settable: true },
  BuildIds: { type: "KeywordList", settable: true },
  BatcherNamespace: { type: "Keyword", settable: true },
  BatcherUser: { type: "Keyword", settable: true },
  TemporalScheduledStartTime: { type: "Datetime", settable: true },
  TemporalScheduledById: { type: "Keyword", settable: true },
  TemporalSchedulePaused: { type: "Bool", settable: true },
  TemporalNamespaceDivision: { type: "Keyword", settable: true },
  TemporalPauseInfo: { type: "KeywordList", settable: true },
  TemporalReportedProblems: { type: "KeywordList", settable: true },
  TemporalWorkerDeploymentVersion: { type: "Keyword", settable: false },
  TemporalWorkflowVersioningBehavior: { type: "Keyword", settable: false },
  TemporalWorkerDeployment: { type: "Keyword", settable: false },
  TemporalUsedWorkerDeploymentVersions: { type: "KeywordList", settable: false },
  TemporalExternalPayloadCount: { type: "Int", settable: false },
  TemporalExternalPayloadSizeBytes: { type: "Int", settable: false },
};

const predefined = new Map(Object.entries(PREDEFINED_ATTRIBUTES));

export function isSystemAttribute(name: string): name is SystemAttribute {
  return Object.hasOwn(SYSTEM_ATTRIBUTES, name);
}

export function predefinedAttribute(name: string): { type: AttributeType; settable: boolean } | undefined {
  return predefined.get(name);
}

/** Every search attribute that is not the namespace's own, as GetSearchAttributes lists them. */
export function builtInAttributes(): AttributeDefinitions {
  const types = new Map<string, AttributeType>(Object.entries(SYSTEM_ATTRIBUTES));
  for (const [name, { type }] of predefined) types.set(name, type);
  return types;
}

/** Whether a namespace may define an attribute of its own with this name. */
export function isReservedAttributeName(name: string): boolean {
  const internal = ["NamespaceId", "Memo", "MemoEncoding", "VisibilityTaskKey"];
  return (
    isSystemAttribute(name) || predefined.has(name) || internal.includes(name) || name.startsWith("Temporal")
  );
}

/**
 * Fields under the names they have now, without those that the namespace no longer defines. A value that was set under
 * the present name wins over one from before.
 */
export function presentFields<Value>(
  fields: Readonly<Record<string, Value>>,
  definitions: AttributeDefinitions,
): Record<string, Value> {
  const present: Record<string, Value> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (predefinedAttribute(name) !== undefined || definitions.has(name)) present[name] = value;
    else {
      const now = definitions.formerNames?.get(name);
      if (now !== undefined && definitions.has(now) && !Object.hasOwn(fields, now)) present[now] = value;
    }
  }
  return present;
}

/** Names under which values of an attribute may be stored, beside its own. */
export function formerNamesOf(name: string, { formerNames }: AttributeDefinitions): string[] {
  return [...(formerNames ?? [])].flatMap(([before, now]) => (now === name ? [before] : []));
}
