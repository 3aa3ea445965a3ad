// Sends the notices of what will expire, before it does.
import { notifyExpiringKeys } from "#domain/api-keys";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import type { Envelope } from "#shared/envelope";
import { randomIds } from "#shared/ids";

export async function tellOfExpiry(ports: {
  database: Database;
  clock: Clock;
  envelope: Envelope;
}): Promise<number> {
  return notifyExpiringKeys({ ...ports, ids: randomIds });
}
