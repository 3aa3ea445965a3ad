// Reads what the database refused: which errors are worth another try, which mean a duplicate, which mean it is away.
import { Prisma } from "#prisma";
import { CloudError } from "#shared/errors";

/** A unique constraint was broken: somebody else wrote the same thing first. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === "P2002";
}

/** A conflict with another transaction (serialisation or deadlock): the whole transaction may be tried again. */
export function isConflict(error: unknown): boolean {
  return codeOf(error) === "P2034";
}

/** Server not reachable, no connection in time, transaction not started in time or closed by its timeout. */
const AWAY = new Set(["P1000", "P1001", "P1002", "P1003", "P1008", "P1017", "P2024", "P2028", "P2037"]);

/** What is expected of a database becomes a CloudError that tells the caller to come back; the rest stays as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof CloudError) return error;
  const code = codeOf(error);
  if (code !== undefined && AWAY.has(code)) {
    return new CloudError(
      "UNAVAILABLE",
      "The control plane's database is not available. Try again shortly.",
      {
        cause: error,
        internalDetail: `database error ${code}`,
        retryAfterMs: 1_000,
      },
    );
  }
  return error;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
}
