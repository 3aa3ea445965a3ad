// Sends the notices of what will expire, before it does.
import { notifyExpiringKeys } from "#domain/api-keys";
import { notifyExpiringCertificates } from "#domain/certificates";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";

export async function tellOfExpiry(ports: {
  database: Database;
  clock: Clock;
  envelope: Envelope;
}): Promise<number> {
  const all = { ...ports, ids: randomIds };
  return (await notifyExpiringKeys(all)) + (await notifyExpiringCertificates(all));
}
