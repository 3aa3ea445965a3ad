// Pages of lists: sizes within limits, and tokens that say where the next page begins. Pure.
import { CloudError } from "./errors.ts";

export const PAGE_SIZE_DEFAULT = 100;
export const PAGE_SIZE_MAX = 1_000;
const TOKEN_LENGTH_MAX = 2_000;

export interface PageRequest {
  pageSize?: number | null;
  pageToken?: string | null;
}

export interface PageWanted {
  size: number;
  /** The key of the last item of the page before; undefined for the first page. */
  after: string | undefined;
}

/** Errors: INVALID_ARGUMENT for a negative size or a token that no list made. Sizes above the limit are lowered to it. */
export function readPage(request: PageRequest): PageWanted {
  const size = request.pageSize ?? 0;
  if (size < 0)
    throw new CloudError("INVALID_ARGUMENT", "page_size must not be negative.", { field: "pageSize" });
  return {
    size: size === 0 ? PAGE_SIZE_DEFAULT : Math.min(size, PAGE_SIZE_MAX),
    after: readToken(request.pageToken ?? ""),
  };
}

/** Cuts rows, of which one more than the page was read, to the page and its next token. */
export function cutPage<Row>(
  rows: Row[],
  wanted: PageWanted,
  keyOf: (row: Row) => string,
): { rows: Row[]; nextPageToken: string } {
  const page = rows.slice(0, wanted.size);
  const last = page.at(-1);
  const isLastPage = rows.length <= wanted.size || last === undefined;
  return { rows: page, nextPageToken: isLastPage ? "" : pageToken(keyOf(last)) };
}

const TOKEN_PREFIX = "after:";

/** The token of the page that begins after `key`. */
export function pageToken(key: string): string {
  return Buffer.from(TOKEN_PREFIX + key).toString("base64url");
}

function readToken(token: string): string | undefined {
  if (token === "") return undefined;
  const text = token.length > TOKEN_LENGTH_MAX ? "" : Buffer.from(token, "base64url").toString("utf8");
  if (
    text.startsWith(TOKEN_PREFIX) &&
    pageToken(text.slice(TOKEN_PREFIX.length)) === token &&
    !text.includes("\0")
  ) {
    return text.slice(TOKEN_PREFIX.length);
  }
  throw new CloudError(
    "INVALID_ARGUMENT",
    "page_token is not one that this list gave. Start without a token.",
    {
      field: "pageToken",
    },
  );
}
