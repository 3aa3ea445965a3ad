// Renews certificates whose holders asked for it, when two thirds of their time are over. A round that is lost costs
// time only: there is a third of the lifetime left for the next.
import type { DomainContext } from "#domain/context";
import { systemActor } from "#domain/roles";
import { toCloudError } from "#shared/errors";
import { renewCertificate } from "./renew-certificate.ts";

const PER_ROUND_MAX = 100;

/** What a job has of a use case's context. */
export type RenewalPorts = Pick<DomainContext, "database" | "clock" | "ids" | "envelope" | "log">;

/** Answers how many renewals were begun. */
export async function renewDueCertificates(ports: RenewalPorts): Promise<number> {
  let begun = 0;
  for (const { id, accountId } of await listDue(ports)) {
    try {
      // Of two rounds at once, the second finds that it was renewed.
      await renewCertificate(contextOf(ports, accountId), { certificateId: id });
      begun += 1;
    } catch (error) {
      const { code, publicMessage } = toCloudError(error);
      ports.log.warn({ certificateId: id, code, publicMessage }, "certificate not renewed");
    }
  }
  return begun;
}

/** Active ones with two thirds of their time over, whose namespace and account still work; the next to end first. */
function listDue({ database, clock }: RenewalPorts): Promise<{ id: string; accountId: string }[]> {
  const now = new Date(clock.now());
  return database.query.$queryRaw<{ id: string; accountId: string }[]>`
    select c.id, c.account_id as "accountId" from certificates c
    join accounts a on a.id = c.account_id and a.state = 'ACTIVE'
    join namespaces n on n.id = c.namespace and n.account_id = c.account_id and n.state <> 'DELETING'
    where c.state = 'ACTIVE' and c.auto_renew and c.renewed_by = '' and c.not_after > ${now}
      and ${now} >= c.not_after - (c.not_after - c.not_before) / 3
    order by c.not_after limit ${PER_ROUND_MAX}`;
}

function contextOf(ports: RenewalPorts, accountId: string): DomainContext {
  return {
    ...ports,
    actor: systemActor(accountId),
    requestId: "",
    remoteAddress: "",
    signal: new AbortController().signal,
    // The reconciler of unfinished operations starts what is begun here.
    workflows: { start: () => Promise.resolve() },
    jobs: { wake: () => Promise.resolve() },
    installation: { publicUrl: "", mailMode: "mailbox", operatorEmails: [] },
  };
}
