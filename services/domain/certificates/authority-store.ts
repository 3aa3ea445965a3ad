// The account's certificate authorities in the database: one that signs, at most one that will, and those that did.
// Private keys are sealed before they are stored and opened only to sign; neither form is ever logged or answered.
import type { Database, Transaction } from "#domain/database";
import type { CertificateAuthority } from "#prisma";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { makeAuthority } from "./make-authority.ts";

export type AuthorityState = "NEXT" | "CURRENT" | "PREVIOUS";

export interface AuthorityPorts {
  database: Database;
  envelope: Envelope;
  clock: Clock;
}

const FIRST_ID = "first";
/** Of an account that changes its authority again and again. */
const AUTHORITIES_MAX = 50;

/** The authority that signs, made when it is first asked for. The primary key decides between two that ask at once. */
export async function ensureAuthority(
  ports: AuthorityPorts,
  accountId: string,
): Promise<CertificateAuthority> {
  const { query } = ports.database;
  const where = { accountId, state: "CURRENT" satisfies AuthorityState };
  const present = await query.certificateAuthority.findFirst({ where });
  if (present !== null) return present;
  await insertAuthority(query, ports, { accountId, id: FIRST_ID, state: "CURRENT" });
  return query.certificateAuthority.findFirstOrThrow({ where });
}

/** Repeating it with the same id keeps the first one. */
export async function insertAuthority(
  tx: Transaction,
  ports: Pick<AuthorityPorts, "envelope" | "clock">,
  { accountId, id, state }: { accountId: string; id: string; state: AuthorityState },
): Promise<string> {
  const now = ports.clock.now();
  const made = await makeAuthority(accountId, now);
  await tx.certificateAuthority.createMany({
    data: [
      {
        ...{ accountId, id, state, certificatePem: made.certificatePem },
        sealedPrivateKey: ports.envelope.seal(made.privateKey, purposeOf(accountId, id)),
        expiresAt: new Date(made.expiresAt),
        createdAt: new Date(now),
      },
    ],
    skipDuplicates: true,
  });
  return made.certificatePem;
}

export function listAuthorities(tx: Transaction, accountId: string): Promise<CertificateAuthority[]> {
  return tx.certificateAuthority.findMany({
    where: { accountId },
    orderBy: { createdAt: "desc" },
    take: AUTHORITIES_MAX,
  });
}

/** An authority with its key, for signing. */
export async function openAuthority(
  tx: Transaction,
  envelope: Envelope,
  key: { accountId: string; id: string },
): Promise<{ certificatePem: string; privateKey: Uint8Array }> {
  const { accountId, id } = key;
  const row = await tx.certificateAuthority.findUniqueOrThrow({ where: { accountId_id: { accountId, id } } });
  return {
    certificatePem: row.certificatePem,
    privateKey: envelope.open(row.sealedPrivateKey, purposeOf(accountId, id)),
  };
}

/** The first one was sealed before there could be others. */
function purposeOf(accountId: string, id: string): string {
  return id === FIRST_ID ? `certificate-authority:${accountId}` : `certificate-authority:${accountId}:${id}`;
}
