// Tells a namespace's administrators by mail that its exports fail, once for each place at which they stand still.
import type { DomainContext } from "#domain/context";
import type { Database } from "#domain/database";
import { enqueueMail } from "#domain/mail";
import { namespaceAdministrators } from "#domain/users";
import type { DueSink } from "./export-progress.ts";
import type { SinkHealth } from "./export-sink.ts";

/** What is ours passes by itself mostly: it is told when it has not after some twenty minutes. */
const OWN_FAILURES_BEFORE_MAIL = 5;

export type TellingPorts = Pick<DomainContext, "clock" | "ids" | "envelope"> & { database: Database };

/** `sink` as it was before this failure. A second mail with the same key is not queued. */
export async function tellOfFailure(
  ports: TellingPorts,
  sink: DueSink,
  { health, message }: { health: SinkHealth; message: string },
): Promise<void> {
  const failures = sink.attempts + 1;
  if (health !== "ERROR_USER_CONFIGURATION" && failures < OWN_FAILURES_BEFORE_MAIL) return;
  const { accountId, namespace, name } = sink;
  await ports.database.transaction(async (tx) => {
    for (const to of await namespaceAdministrators(tx, { accountId, namespace })) {
      await enqueueMail(tx, ports, {
        accountId,
        dedupeKey: `export-failure:${sink.id}:${sink.exportedUntil.toISOString()}:${sink.runId}:${to}`,
        to,
        subject: `Exports of ${namespace} fail`,
        text: textOf({ namespace, name, message, exportedUntil: sink.exportedUntil }),
      });
    }
  });
}

function textOf(about: { namespace: string; name: string; message: string; exportedUntil: Date }): string {
  return [
    `The export sink ${JSON.stringify(about.name)} of the namespace ${about.namespace} takes no histories:`,
    about.message,
    "",
    `Everything that closed before ${about.exportedUntil.toISOString()} is exported. The rest is tried again at least`,
    "every hour and is lost only where the namespace's retention ends before. ValidateNamespaceExportSink tries it now.",
    "",
  ].join("\n");
}
