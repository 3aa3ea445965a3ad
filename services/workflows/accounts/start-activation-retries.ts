// Looks now and then for accounts whose provisioning failed and begins it again. Which ones, and when, the domain says.
import { retryActivations } from "#domain/accounts";
import type { Database } from "#domain/database";
import type { Clock } from "#shared/clock";
import { randomIds } from "#shared/ids";
import type { Logger } from "#shared/log";
import { runReconciler, type Reconciler } from "../reconcilers/period.ts";

const FAILED_ACTIVATIONS_EVERY_MS = 60_000;

export function startActivationRetries(ports: { database: Database; clock: Clock; log: Logger }): Reconciler {
  return runReconciler({
    name: "failed-activations",
    periodMs: FAILED_ACTIVATIONS_EVERY_MS,
    log: ports.log,
    round: async () => {
      const begun = await retryActivations({ ...ports, ids: randomIds });
      if (begun > 0) ports.log.info({ accounts: begun }, "began failed activations again");
    },
  });
}
