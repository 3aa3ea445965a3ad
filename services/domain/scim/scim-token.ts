// A token of an account's identity provider: as a row, as the public message, and as what it says when it comes.
import { timestampOfMs, type cloudV1 } from "#contracts";
import type { Actor, DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import type { AccountRole } from "#domain/roles";
import type { ScimToken } from "#prisma";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import type { Directory } from "./scim-context.ts";

export const SCIM_TOKEN_BYTES = 32;
/** So that secret scanners and people see what it is. */
export const SCIM_TOKEN_PREFIX = "cellplane_scim_";
const USE_WRITTEN_EVERY_MS = 60_000;

export function baseUrlOf(installation: DomainContext["installation"], accountId: string): string {
  return `${installation.publicUrl}/scim/v2/${accountId}`;
}

export function toScimToken(row: ScimToken): cloudV1.IScimToken {
  const times = { expiryTime: row.expiresAt, lastUsedTime: row.lastUsedAt };
  const given = Object.entries(times).flatMap(([name, at]) =>
    at === null ? [] : [[name, timestampOfMs(at.getTime())] as const],
  );
  return {
    tokenId: row.id,
    spec: { displayName: row.displayName, accountRole: row.accountRole },
    createdTime: timestampOfMs(row.createdAt.getTime()),
    ...Object.fromEntries(given),
    managesOwners: row.isOfOwner,
  };
}

/** Errors: UNAUTHENTICATED, with one text for every reason. */
export async function authenticateDirectory(
  ports: { database: Database; clock: Clock; installation: DomainContext["installation"] },
  shown: { token: string; accountId: string },
): Promise<{ actor: Actor; directory: Directory }> {
  const now = ports.clock.now();
  const row = await ports.database.query.scimToken.findUnique({
    where: { tokenHash: hashToken(shown.token) },
  });
  const isAlive = row !== null && (row.expiresAt === null || row.expiresAt.getTime() > now);
  if (!isAlive || row.accountId !== shown.accountId) {
    throw new CloudError("UNAUTHENTICATED", "The SCIM token is not valid for this account.");
  }
  await noteUse(ports.database, row, now);
  return {
    actor: {
      accountId: row.accountId,
      ...{ principalType: "directory", principalId: row.id, principalName: row.displayName },
      can: () => false,
    },
    directory: {
      tokenId: row.id,
      // The column holds only what CreateScimToken wrote.
      accountRole: row.accountRole as AccountRole,
      isOfOwner: row.isOfOwner,
      baseUrl: baseUrlOf(ports.installation, row.accountId),
    },
  };
}

/** Compare-and-set on the time before: of many calls at once, one writes. */
async function noteUse(database: Database, row: ScimToken, now: number): Promise<void> {
  if (row.lastUsedAt !== null && now - row.lastUsedAt.getTime() < USE_WRITTEN_EVERY_MS) return;
  await database.query.scimToken.updateMany({
    where: { id: row.id, lastUsedAt: row.lastUsedAt },
    data: { lastUsedAt: new Date(now) },
  });
}
