// The limits of lists and filters: what one query may cost a cell that many namespaces share.

export const LIMITS = {
  /** A list filter's text. */
  queryBytesMax: 16 * 1024,
  /** Parentheses and NOTs around a condition. */
  filterDepthMax: 64,
  /** Comparisons in a filter. */
  filterConditionsMax: 256,
  /** Values of one IN. */
  inValuesMax: 1_000,
  /** As Temporal's frontend.visibilityMaxPageSize; also what page size 0 means. */
  pageSizeMax: 1_000,
  /** Groups of a count; the field with most values is ExecutionStatus. */
  groupsMax: 1_000,
  /** Records of one upsert or delete statement: far above what a flush gathers. */
  recordsPerStatementMax: 10_000,
  /** Search attributes of one execution, as Temporal's defaults. */
  searchAttributesMax: 100,
  searchAttributeBytesMax: 2 * 1024,
  searchAttributesTotalBytesMax: 40 * 1024,
} as const;
