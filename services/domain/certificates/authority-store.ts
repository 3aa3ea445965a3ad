// The account's certificate authority in the database. The private key is sealed before it is stored and opened only
// to sign; neither form is ever logged or answered.
import type { Database, Transaction } from "#domain/database";
import type { CertificateAuthority } from "#prisma";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { makeAuthority } from "./make-authority.ts";

export interface AuthorityPorts {
  database: Database;
  envelope: Envelope;
  clock: Clock;
}

/** The account's authority, made when it is first asked for. The primary key decides between two that ask at once. */
export async function ensureAuthority(
  ports: AuthorityPorts,
  accountId: string,
): Promise<CertificateAuthority> {
  const present = await ports.database.query.certificateAuthority.findUnique({ where: { accountId } });
  if (present !== null) return present;
  const now = ports.clock.now();
  const made = await makeAuthority(accountId, now);
  await ports.database.query.certificateAuthority.createMany({
    data: [
      {
        accountId,
        certificatePem: made.certificatePem,
        sealedPrivateKey: ports.envelope.seal(made.privateKey, purposeOf(accountId)),
        expiresAt: new Date(made.expiresAt),
        createdAt: new Date(now),
      },
    ],
    skipDuplicates: true,
  });
  return ports.database.query.certificateAuthority.findUniqueOrThrow({ where: { accountId } });
}

/** The authority with its key, for signing. */
export async function openAuthority(
  tx: Transaction,
  envelope: Envelope,
  accountId: string,
): Promise<{ certificatePem: string; privateKey: Uint8Array }> {
  const row = await tx.certificateAuthority.findUniqueOrThrow({ where: { accountId } });
  return {
    certificatePem: row.certificatePem,
    privateKey: envelope.open(row.sealedPrivateKey, purposeOf(accountId)),
  };
}

function purposeOf(accountId: string): string {
  return `certificate-authority:${accountId}`;
}
