// What went wrong with a call, as the pages show it: the server's own words, the field they are about, and the request's
// id to quote. A call that got no answer at all is a problem too.

export class Problem extends Error {
  constructor(
    message: string,
    /** The HTTP status; 0 when there was no answer. */
    readonly status: number,
    readonly requestId: string | undefined,
    /** The field of the request that the server objects to, as the API spells it. */
    readonly field: string | undefined,
    readonly retryAfterSeconds: number | undefined,
  ) {
    super(message);
    this.name = "Problem";
  }
}

interface ErrorBody {
  message?: string;
  details?: { fieldViolations?: { field?: string }[] }[];
}

const WITHOUT_WORDS = "The server answered without saying what is wrong.";
export const UNREACHABLE =
  "The server cannot be reached. Check the connection; the page tries again by itself.";

/** Reads an answer that is not 2xx. Never throws: a body that is no JSON is a problem without words. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = await response
    .clone()
    .json()
    .then((json) => json as ErrorBody)
    .catch((): ErrorBody => ({}));
  const field = body.details?.flatMap((detail) => detail.fieldViolations ?? [])[0]?.field;
  const retryAfter = Number(response.headers.get("retry-after"));
  return new Problem(
    body.message ?? WITHOUT_WORDS,
    response.status,
    response.headers.get("x-request-id") ?? undefined,
    field,
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : undefined,
  );
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.status === 401;
}

/** The words about one field of the request, for the field's own error; fields are spelled as the API's protos do. */
export function messageAbout(error: unknown, field: string): string | undefined {
  const isAbout = error instanceof Problem && error.field !== undefined && sameField(error.field, field);
  return isAbout ? error.message : undefined;
}

export function isAboutField(error: unknown): error is Problem {
  return error instanceof Problem && error.field !== undefined && error.field !== "";
}

/** "accountName" and "account_name" are one field. */
function sameField(one: string, other: string): boolean {
  const plain = (name: string): string => name.replaceAll("_", "").toLowerCase();
  return plain(one) === plain(other);
}
