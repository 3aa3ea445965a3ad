// Who a bearer token of the control plane's API belongs to, by signature and by the row of now (T2).
import { recordFailure } from "#domain/audit";
import type { Actor, DomainContext } from "#domain/context";
import { enqueueMail } from "#domain/mail";
import { resolveActor } from "#domain/roles";
import type { ApiKey } from "#prisma";
import { CloudError } from "#shared/errors";
import { areKeysAccepted } from "./api-key-policy.ts";
import { hashApiKey, isSameHash, signingKeyIdOf, verifyApiKey } from "./api-key-token.ts";
import { deadKeyMail } from "./key-mails.ts";
import { recipientsOf } from "./key-recipients.ts";
import { verificationKey } from "./signing-keys.ts";

const WEEK_MS = 7 * 86_400_000;

type Ports = Omit<DomainContext, "actor" | "workflows" | "jobs" | "signal" | "installation">;

/** Errors: UNAUTHENTICATED, with one text for every reason. The use of a key after its end is audited. */
export async function authenticateApiKey(ports: Ports, token: string): Promise<Actor> {
  const { query } = ports.database;
  const now = ports.clock.now();
  const signingKeyId = signingKeyIdOf(token);
  const publicKey = signingKeyId === undefined ? undefined : await verificationKey(query, signingKeyId, now);
  // Signature first, its time last: an expired key of ours is recognised, so that its use can be audited.
  const claims = publicKey === undefined ? undefined : await verifyAtAnyTime(token, publicKey, now);
  const row = claims === undefined ? null : await query.apiKey.findUnique({ where: { id: claims.keyId } });
  if (
    row === null ||
    claims?.principalId !== row.ownerId ||
    !isSameHash(row.tokenSha256, hashApiKey(token))
  ) {
    throw refusal();
  }
  const actor = await resolveActor(query, {
    accountId: row.accountId,
    principalType: row.ownerType === "user" ? "user" : "service_account",
    principalId: row.ownerId,
    apiKeyId: row.id,
  });
  const isAccepted = isUsable(row, now) && (await areKeysAccepted(query, row.accountId));
  if (actor !== undefined && isAccepted) return actor;
  if (actor !== undefined) await tellOfDeadKey(ports, actor, row);
  throw refusal();
}

function isUsable(row: ApiKey, now: number): boolean {
  return row.state === "ACTIVE" && !row.disabled && row.expiresAt.getTime() > now;
}

type PublicKey = NonNullable<Awaited<ReturnType<typeof verificationKey>>>;

async function verifyAtAnyTime(
  token: string,
  publicKey: PublicKey,
  now: number,
): Promise<{ keyId: string; principalId: string } | undefined> {
  const claims = await verifyApiKey(token, publicKey, now);
  // Expired by its own claims: still ours if it was right when it was issued. The row decides what follows.
  return claims ?? (await verifyApiKey(token, publicKey, issuedAtOf(token)));
}

/** The token's own iat: a moment at which it was valid, if its signature is right. */
function issuedAtOf(token: string): number {
  try {
    const payload = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"),
    ) as unknown;
    const issuedAt = (payload as { iat?: unknown } | null)?.iat;
    return typeof issuedAt === "number" && Number.isSafeInteger(issuedAt) ? issuedAt * 1000 : 0;
  } catch {
    // A payload that is no JSON was issued never.
    return 0;
  }
}

/** The use of a dead key is in the audit trail, and its owner is told by mail once a week (K8). */
async function tellOfDeadKey(ports: Ports, actor: Actor, key: ApiKey): Promise<void> {
  const error = new CloudError(
    "UNAUTHENTICATED",
    "The API key is expired, disabled, deleted or turned off for the account.",
  );
  const use = { action: "cloud.apikey.use", operation: "UseApiKey", resourceType: "apikey" };
  await recordFailure({ ...ports, actor }, { ...use, resourceId: key.id }, error);
  const week = Math.floor(ports.clock.now() / WEEK_MS);
  await ports.database.transaction(async (tx) => {
    for (const to of await recipientsOf(tx, key)) {
      const dedupeKey = `dead-key:${key.id}:${week}:${to}`;
      const mail = deadKeyMail({ ...key, remoteAddress: ports.remoteAddress });
      await enqueueMail(tx, ports, { accountId: key.accountId, dedupeKey, to, ...mail });
    }
  });
}

function refusal(): CloudError {
  return new CloudError(
    "UNAUTHENTICATED",
    "The API key is not valid. Check that it is complete, enabled and not expired.",
  );
}
