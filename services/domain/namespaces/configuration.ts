// A namespace's configuration as it is stored: the checked, normal form of the public spec. Plain JSON.
import type { EdgeSpec } from "#domain/directory";

export interface NamespaceConfiguration extends EdgeSpec {
  /** Active one first. */
  regions: string[];
  retentionDays: number;
  /** Custom name -> type; never shrinks by an update. */
  searchAttributes: Record<string, SearchAttributeType>;
  /** Name before a rename -> name now, so that cells find the values that were set under the old one. */
  formerAttributeNames: Record<string, string>;
  codecServer: CodecServer | null;
  deleteProtection: boolean;
  highAvailability: { disableManagedFailover: boolean; disablePassivePollerForwarding: boolean };
  taskQueueFairness: boolean;
}

export interface CodecServer {
  endpoint: string;
  passAccessToken: boolean;
  includeCrossOriginCredentials: boolean;
  customErrorMessage: { message: string; link: string } | null;
}

export const SEARCH_ATTRIBUTE_TYPES = [
  "Text",
  "Keyword",
  "Int",
  "Double",
  "Bool",
  "Datetime",
  "KeywordList",
] as const;
export type SearchAttributeType = (typeof SEARCH_ATTRIBUTE_TYPES)[number];
