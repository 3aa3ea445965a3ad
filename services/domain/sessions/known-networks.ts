// From where a person has signed in before. A flood of guesses at one person shuts out strange networks only, and a
// sign-in from a new one is told by mail.
import { networkOf } from "#domain/attempts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import type { User } from "#prisma";
import { newNetworkMail } from "./new-network-mail.ts";

const KEPT_MS = 90 * 86_400_000;

/** False also for an address that nobody has. */
export async function isKnownNetwork(
  tx: Transaction,
  sign: { email: string; network: string },
): Promise<boolean> {
  const user = await tx.user.findUnique({ where: { email: sign.email }, select: { id: true } });
  const key = { userId: user?.id ?? "", network: sign.network };
  return (await tx.userNetwork.findUnique({ where: { userId_network: key } })) !== null;
}

/** The first network of a person tells nothing; each new one after it is told. */
export async function rememberNetwork(tx: Transaction, context: DomainContext, user: User): Promise<void> {
  const { accountId, id: userId } = user;
  const network = networkOf(context.remoteAddress);
  const lastSeenAt = new Date(context.clock.now());
  const known = await tx.userNetwork.findMany({ where: { accountId, userId }, select: { network: true } });
  await tx.userNetwork.upsert({
    where: { userId_network: { userId, network } },
    create: { userId, network, accountId, firstSeenAt: lastSeenAt, lastSeenAt },
    update: { lastSeenAt },
  });
  if (known.length === 0 || known.some((row) => row.network === network)) return;
  const { publicUrl } = context.installation;
  const mail = newNetworkMail({ publicUrl, remoteAddress: context.remoteAddress, at: lastSeenAt });
  const dedupeKey = `new-network:${context.ids.uuid()}`;
  await enqueueMail(tx, context, { accountId, dedupeKey, to: user.email, ...mail });
}

export async function sweepNetworks(tx: Transaction, now: number): Promise<number> {
  const { count } = await tx.userNetwork.deleteMany({
    where: { lastSeenAt: { lt: new Date(now - KEPT_MS) } },
  });
  return count;
}
