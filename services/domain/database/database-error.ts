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

/** The driver's words for a connection that ended, was not had or not in time. */
const AWAY_KINDS = new Set([
  ...["ConnectionClosed", "DatabaseNotReachable", "SocketTimeout", "TlsConnectionError"],
  "TooManyConnections",
]);
/** PostgreSQL's: a connection that ended (class 08, 57P01 to 57P03), too many connections. */
const AWAY_STATE = /^(08\w{3}|57P0[1-3]|53300)$/;

/**
 * Prisma has no code of its own for a connection that ends under a statement: it passes on PostgreSQL's code, its driver's
 * own error (in the first statement of a transaction), or the words of the driver and of the network.
 */
const AWAY_IN_WORDS = [
  /Code: `(08\w{3}|57P0[1-3]|53300)`/,
  /Server has closed the connection|Connection terminated|connection error and is not queryable/,
  /the database system is (starting up|shutting down|in recovery mode|not yet accepting connections)/,
  /timeout exceeded when trying to connect|ECONNREFUSED|ECONNRESET|EPIPE|Connection ended unexpectedly/,
];

/** What is expected of a database becomes a CloudError that tells the caller to come back; the rest stays as it is. */
export function toDatabaseError(error: unknown): unknown {
  if (error instanceof CloudError || !isAway(error)) return error;
  return new CloudError("UNAVAILABLE", "The control plane's database is not available. Try again shortly.", {
    cause: error,
    internalDetail: `database error ${codeOf(error) ?? String(error)}`,
    retryAfterMs: 1_000,
  });
}

function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && AWAY.has(code)) return true;
  if (isAwayToDriver(error)) return true;
  return error instanceof Error && AWAY_IN_WORDS.some((words) => words.test(error.message));
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;
}

/** An error of Prisma's driver that Prisma passes on as it is. */
function isAwayToDriver(error: unknown): boolean {
  if (!(error instanceof Error) || error.name !== "DriverAdapterError") return false;
  const { kind = "", originalCode = "" } = (error.cause ?? {}) as { kind?: string; originalCode?: string };
  return AWAY_KINDS.has(kind) || AWAY_STATE.test(originalCode);
}
