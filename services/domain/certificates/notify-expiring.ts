// Tells administrators by mail 15, 10 and 5 days before client certificates and accepted CAs end, each notice at most
// once. Whoever missed a notice gets the next one only; what was made within a notice's time gets no such notice.
import { X509Certificate } from "node:crypto";
import type { DomainContext } from "#domain/context";
import type { Database, Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { namespaceAdministrators } from "#domain/users";
import type { EdgeSpec } from "#domain/directory";
import type { CertificateRow } from "./certificate.ts";
import { authorityMail, certificateMail, type ExpiryMail } from "./expiry-mail.ts";

const DAY_MS = 86_400_000;
/** The nearest to the end first. */
const NOTICE_DAYS = [5, 10, 15] as const;
const CERTIFICATES_PER_ROUND_MAX = 200;
const NAMESPACES_PER_READ = 200;

type Ports = Pick<DomainContext, "clock" | "ids" | "envelope"> & { database: Database };

/** Answers how many certificates and CAs were told about. */
export async function notifyExpiringCertificates(ports: Ports): Promise<number> {
  return (await notifyOfCertificates(ports)) + (await notifyOfAuthorities(ports));
}

async function notifyOfCertificates(ports: Ports): Promise<number> {
  let told = 0;
  let fromDays = 0;
  for (const days of NOTICE_DAYS) {
    for (const row of await listDue(ports, { fromDays, days })) {
      if (await ports.database.transaction((tx) => notifyOne(tx, ports, row, days))) told += 1;
    }
    fromDays = days;
  }
  return told;
}

/** Active, not renewed, not to be renewed by us; they end between the two days and were made before that. */
async function listDue(ports: Ports, window: { fromDays: number; days: number }): Promise<CertificateRow[]> {
  const now = ports.clock.now();
  const [from, to] = [new Date(now + window.fromDays * DAY_MS), new Date(now + window.days * DAY_MS)];
  const rows = await ports.database.query.$queryRaw<{ id: string }[]>`
    select id from certificates
    where state = 'ACTIVE' and not auto_renew and renewed_by = '' and not_after > ${from} and not_after <= ${to}
      and created_at < not_after - make_interval(days => ${window.days}::int)
      and (expiry_notice_days = 0 or expiry_notice_days > ${window.days})
    order by not_after limit ${CERTIFICATES_PER_ROUND_MAX}`;
  return ports.database.query.certificate.findMany({ where: { id: { in: rows.map((row) => row.id) } } });
}

/** Compare-and-set on the last notice: of two rounds at once, one writes the mails. */
async function notifyOne(tx: Transaction, ports: Ports, row: CertificateRow, days: number): Promise<boolean> {
  const { count } = await tx.certificate.updateMany({
    where: { id: row.id, expiryNoticeDays: row.expiryNoticeDays },
    data: { expiryNoticeDays: days },
  });
  if (count === 0) return false;
  const key = `certificate-expiry:${row.id}:${days}`;
  await tellAdministrators(tx, ports, row, { key, mail: certificateMail({ ...row, days }) });
  return true;
}

/** The outbox keeps its mails for longer than the first notice comes before the end, so its keys say what was told. */
async function notifyOfAuthorities(ports: Ports): Promise<number> {
  const { query } = ports.database;
  let told = 0;
  let after = "";
  for (;;) {
    const rows = await query.namespace.findMany({
      where: { id: { gt: after }, state: { not: "DELETING" } },
      select: { id: true, accountId: true, appliedSpec: true },
      orderBy: { id: "asc" },
      take: NAMESPACES_PER_READ,
    });
    for (const { id: namespace, accountId, appliedSpec } of rows) {
      // The column holds an EdgeSpec, or nothing yet.
      const mtls = (appliedSpec as unknown as Pick<EdgeSpec, "mtls"> | null)?.mtls;
      if (mtls?.enabled !== true) continue;
      for (const authority of expiringIn(mtls.acceptedClientCa, ports.clock.now())) {
        const key = `ca-expiry:${namespace}:${authority.fingerprint}:${authority.days}`;
        const mail = authorityMail({ ...authority, namespace });
        const isNew = await ports.database.transaction((tx) =>
          tellAdministrators(tx, ports, { accountId, namespace }, { key, mail }),
        );
        if (isNew) told += 1;
      }
    }
    after = rows.at(-1)?.id ?? "";
    if (rows.length < NAMESPACES_PER_READ) return told;
  }
}

interface ExpiringAuthority {
  subject: string;
  fingerprint: string;
  notAfterMs: number;
  /** The notice that is due. */
  days: number;
}

function expiringIn(bundle: string, now: number): ExpiringAuthority[] {
  const blocks = bundle.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((block) => {
    // It was parsed when it was uploaded.
    const { subject, fingerprint256, validTo } = new X509Certificate(block);
    const notAfterMs = Date.parse(validTo);
    const days = NOTICE_DAYS.find((each) => notAfterMs <= now + each * DAY_MS);
    if (days === undefined || notAfterMs <= now) return [];
    return [{ subject, fingerprint: fingerprint256.replaceAll(":", "").toLowerCase(), notAfterMs, days }];
  });
}

/** Answers whether a mail was written that had not been. */
async function tellAdministrators(
  tx: Transaction,
  ports: Ports,
  about: { accountId: string; namespace: string },
  { key, mail }: { key: string; mail: ExpiryMail },
): Promise<boolean> {
  const told = await tx.mail.findFirst({
    where: { dedupeKey: { startsWith: `${key}:` } },
    select: { id: true },
  });
  if (told !== null) return false;
  const recipients = await namespaceAdministrators(tx, about);
  for (const to of recipients) {
    await enqueueMail(tx, ports, { accountId: about.accountId, dedupeKey: `${key}:${to}`, to, ...mail });
  }
  return recipients.length > 0;
}
