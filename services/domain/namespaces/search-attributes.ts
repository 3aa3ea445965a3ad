// The rules of custom search attributes: names, types, how many of each type, and that updates only add.
import { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { SEARCH_ATTRIBUTE_TYPES, type SearchAttributeType } from "./configuration.ts";

const FIELD = "spec.searchAttributes";
const NAME = /^[a-zA-Z0-9.,:\-_/@ ]{1,64}$/;

const COUNT_MAX: Record<SearchAttributeType, number> = {
  Text: 5,
  Keyword: 40,
  Int: 20,
  Double: 20,
  Bool: 20,
  Datetime: 20,
  KeywordList: 5,
};

/** Names that every namespace has already. */
const RESERVED = new Set([
  "WorkflowId",
  "RunId",
  "WorkflowType",
  "StartTime",
  "ExecutionTime",
  "CloseTime",
  "ExecutionStatus",
  "ExecutionDuration",
  "StateTransitionCount",
  "HistoryLength",
  "HistorySizeBytes",
  "TaskQueue",
  "ParentWorkflowId",
  "ParentRunId",
  "RootWorkflowId",
  "RootRunId",
  "BuildIds",
  "BatcherNamespace",
  "BatcherUser",
  "BinaryChecksums",
  "TemporalChangeVersion",
  "TemporalNamespaceDivision",
  "TemporalPauseInfo",
  "TemporalReportedProblems",
  "TemporalScheduledById",
  "TemporalScheduledStartTime",
  "TemporalSchedulePaused",
  "TemporalWorkerDeployment",
  "TemporalWorkerDeploymentVersion",
  "TemporalWorkflowVersioningBehavior",
]);

const PublicType = temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType;
type PublicType = temporal.api.cloud.namespace.v1.NamespaceSpec.SearchAttributeType;

const PUBLIC_TYPES: Record<SearchAttributeType, PublicType> = {
  Text: PublicType.SEARCH_ATTRIBUTE_TYPE_TEXT,
  Keyword: PublicType.SEARCH_ATTRIBUTE_TYPE_KEYWORD,
  Int: PublicType.SEARCH_ATTRIBUTE_TYPE_INT,
  Double: PublicType.SEARCH_ATTRIBUTE_TYPE_DOUBLE,
  Bool: PublicType.SEARCH_ATTRIBUTE_TYPE_BOOL,
  Datetime: PublicType.SEARCH_ATTRIBUTE_TYPE_DATETIME,
  KeywordList: PublicType.SEARCH_ATTRIBUTE_TYPE_KEYWORD_LIST,
};

export function publicTypeOf(type: SearchAttributeType): PublicType {
  return PUBLIC_TYPES[type];
}

/** Reads both maps of a spec: the typed one and the deprecated one with type names. Sorted by name. */
export function parseSearchAttributes(
  typed: Readonly<Record<string, number>>,
  deprecated: Readonly<Record<string, string>>,
): Record<string, SearchAttributeType> {
  const parsed = new Map<string, SearchAttributeType>();
  for (const [name, text] of Object.entries(deprecated)) parsed.set(name, typeOfText(name, text));
  for (const [name, value] of Object.entries(typed)) parsed.set(name, typeOfNumber(name, value));
  for (const name of parsed.keys()) checkName(name);
  checkCounts([...parsed.values()]);
  return Object.fromEntries([...parsed].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * What an update leaves: everything that was there plus what it adds. A name that was renamed away may still be listed
 * by a client that read the spec before the rename; it is ignored.
 * Errors: INVALID_ARGUMENT when one is left out or changes its type.
 */
export function mergeSearchAttributes(
  present: Readonly<Record<string, SearchAttributeType>>,
  wanted: Readonly<Record<string, SearchAttributeType>>,
  renamedAway: Readonly<Record<string, string>>,
): Record<string, SearchAttributeType> {
  for (const [name, type] of Object.entries(present)) {
    const next = wanted[name];
    if (next === undefined) {
      throw refused(
        `${quoted(name)} is missing; an update can add search attributes; remove one with DeleteCustomSearchAttribute`,
      );
    }
    if (next !== type) throw refused(`${quoted(name)} is a ${type} and cannot become a ${next}`);
  }
  const kept = Object.entries(wanted).filter(([name]) => name in present || !(name in renamedAway));
  const merged = Object.fromEntries(kept);
  checkCounts(Object.values(merged));
  return merged;
}

/** The attribute's type. Errors: NOT_FOUND naming the request's field that names it. */
export function findAttribute(
  present: Readonly<Record<string, SearchAttributeType>>,
  name: string,
  field: string,
): SearchAttributeType {
  const type = Object.hasOwn(present, name) ? present[name] : undefined;
  if (type !== undefined) return type;
  throw new CloudError("NOT_FOUND", `The namespace has no custom search attribute ${quoted(name)}.`, {
    field,
  });
}

/** Errors: INVALID_ARGUMENT for a name that is malformed or reserved. */
export function checkName(name: string): void {
  if (!NAME.test(name)) {
    throw refused(`the name ${quoted(name)} must be 1 to 64 letters, digits, spaces or any of . , : - _ / @`);
  }
  if (RESERVED.has(name)) throw refused(`the name ${quoted(name)} is a system attribute's`);
}

function checkCounts(types: readonly SearchAttributeType[]): void {
  for (const type of SEARCH_ATTRIBUTE_TYPES) {
    const count = types.filter((candidate) => candidate === type).length;
    if (count > COUNT_MAX[type])
      throw refused(`${count} of type ${type}; at most ${COUNT_MAX[type]} are possible`);
  }
}

function typeOfText(name: string, text: string): SearchAttributeType {
  const plain = text.toLowerCase().replaceAll("_", "");
  const type = SEARCH_ATTRIBUTE_TYPES.find((candidate) => candidate.toLowerCase() === plain);
  if (type === undefined) throw refused(`${quoted(name)} has the unknown type ${quoted(text)}`);
  return type;
}

function typeOfNumber(name: string, value: number): SearchAttributeType {
  const type = SEARCH_ATTRIBUTE_TYPES.find((candidate) => PUBLIC_TYPES[candidate] === value);
  if (type === undefined) throw refused(`${quoted(name)} has no type that this installation knows`);
  return type;
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 80));
}

function refused(reason: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `search_attributes: ${reason}.`, { field: FIELD });
}
