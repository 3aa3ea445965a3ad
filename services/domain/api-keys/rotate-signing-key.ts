// Changes the key that signs API keys, with an overlap: tokens signed before verify on until the grace is over (K6).
// For operators.
import { msOfDuration, timestampOfMs, type cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { touchDirectory } from "#domain/directory";
import { mutate, toAsyncOperation } from "#domain/operations";
import { CloudError } from "#shared/errors";
import { lockSigningKeys, makeSigningKey } from "./signing-keys.ts";

const DAY_MS = 86_400_000;
/** API keys live for two years at most, so a longer grace changes nothing. */
const GRACE_MAX_MS = 732 * DAY_MS;
const SIGNING_KEYS_MAX = 1_000;

export async function getSigningKeys({
  database,
  clock,
}: DomainContext): Promise<cloudV1.IGetSigningKeysResponse> {
  const now = new Date(clock.now());
  const [rows, counts] = await Promise.all([
    database.query.signingKey.findMany({ orderBy: { createdAt: "desc" }, take: SIGNING_KEYS_MAX }),
    database.query.apiKey.groupBy({
      by: ["signingKeyId"],
      where: { state: "ACTIVE", expiresAt: { gt: now } },
      _count: { _all: true },
    }),
  ]);
  const apiKeys = new Map(counts.map((group) => [group.signingKeyId, group._count._all]));
  return {
    keys: rows.map((row) => ({
      keyId: row.id,
      isSigning: row.retiredAt === null,
      createdTime: timestampOfMs(row.createdAt.getTime()),
      ...(row.refusedAt === null ? {} : { refusedTime: timestampOfMs(row.refusedAt.getTime()) }),
      apiKeys: apiKeys.get(row.id) ?? 0,
    })),
  };
}

export async function rotateSigningKey(
  context: DomainContext,
  message: cloudV1.IRotateSigningKeyRequest,
): Promise<cloudV1.IRotateSigningKeyResponse> {
  const { operation } = await mutate(
    context,
    {
      action: "cloud.signingkey.rotate",
      operationType: "RotateSigningKey",
      operationId: message.asyncOperationId,
      request: { typeName: "cellplane.cloud.v1.RotateSigningKeyRequest", message },
      resourceType: "signingkey",
    },
    async (tx) => {
      const graceMs = readGrace(message);
      const now = context.clock.now();
      const refusedAt = graceMs === undefined ? null : new Date(now + graceMs);
      await lockSigningKeys(tx);
      if (refusedAt !== null) {
        // All that came before, unless they end sooner.
        await tx.signingKey.updateMany({
          where: { OR: [{ refusedAt: null }, { refusedAt: { gt: refusedAt } }] },
          data: { refusedAt },
        });
      }
      await tx.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: new Date(now) } });
      const { id } = await makeSigningKey(tx, context);
      await touchDirectory(tx);
      return { resourceId: id, after: { keyId: id, olderRefusedAt: refusedAt?.toISOString() ?? null } };
    },
  );
  return { keyId: operation.resourceId, asyncOperation: toAsyncOperation(operation) };
}

/** Removes keys whose grace is over, so that the edge forgets them too. Answers how many. */
export async function sweepSigningKeys(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.signingKey.deleteMany({ where: { refusedAt: { lte: new Date(now) } } });
  if (count > 0) await touchDirectory(tx);
  return count;
}

function readGrace({ grace }: cloudV1.IRotateSigningKeyRequest): number | undefined {
  if (grace == null) return undefined;
  const graceMs = msOfDuration(grace) ?? 0;
  if (graceMs >= 0 && graceMs <= GRACE_MAX_MS) return graceMs;
  throw new CloudError("INVALID_ARGUMENT", `grace: must be 0 to ${GRACE_MAX_MS / DAY_MS} days.`, {
    field: "grace",
  });
}
