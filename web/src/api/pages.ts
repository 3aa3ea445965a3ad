// How every list of the API is paged: by a token of the page before, which is empty after the last one.

/** Rows fetched at once. */
export const PAGE_SIZE = 100;

export const PAGES = {
  pageParamName: "pageToken",
  initialPageParam: "",
  getNextPageParam: (last: { nextPageToken?: string }): string | undefined =>
    last.nextPageToken === "" ? undefined : last.nextPageToken,
} as const;
