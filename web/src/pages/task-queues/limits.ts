// How much of task queues is asked for at once: each one shown costs calls that count against the namespace.
export const FIRST_NAMES_MAX = 50;
export const LIST_REFETCH_MS = 15_000;
export const DETAIL_REFETCH_MS = 4_000;
