// DirectoryService on gRPC, for the gateways: answers when there is a newer version than the caller knows, or says
// "unchanged" after the wait. One question per period to the database serves all who wait.
import { codecOf, type directoryV1 } from "#contracts";
import type { Database } from "#domain/database";
import { directoryVersion, readDirectory } from "#domain/directory";
import { delay, type Clock } from "#shared/clock";
import { requireBearer } from "#shared/grpc-auth";
import type { UnaryHandler, UnaryTable } from "#shared/grpc";
import { directoryPollMs, directoryWaitMsMax } from "../limits.ts";

export const DIRECTORY_SERVICE = "cellplane.directory.v1.DirectoryService";

interface DirectoryPorts {
  database: Database;
  clock: Clock;
  /** What callers must send as a bearer token; without one nothing is guarded (a development set-up). */
  internalToken: string | undefined;
}

export function directoryHandlers(ports: DirectoryPorts): UnaryTable {
  const table = new Map([[`/${DIRECTORY_SERVICE}/GetDirectory`, getDirectory(ports)]]);
  return ports.internalToken === undefined ? table : requireBearer(table, ports.internalToken);
}

function getDirectory({ database, clock }: DirectoryPorts): UnaryHandler {
  const requests = codecOf<directoryV1.IGetDirectoryRequest>("cellplane.directory.v1.GetDirectoryRequest");
  const responses = codecOf<directoryV1.IGetDirectoryResponse>("cellplane.directory.v1.GetDirectoryResponse");
  const currentVersion = sharedVersion(database, clock);
  return async ({ signal }, bytes) => {
    const { knownVersion = "", waitMs = 0 } = requests.decode(bytes);
    const until = clock.monotonic() + Math.min(waitMs ?? 0, directoryWaitMsMax);
    for (;;) {
      if ((await currentVersion()) !== knownVersion)
        return responses.encode({ unchanged: false, directory: await readDirectory(database, clock) });
      if (clock.monotonic() >= until || signal.aborted) return responses.encode({ unchanged: true });
      // When the caller goes, the wait ends and nobody reads the answer.
      await delay(directoryPollMs, signal).catch(() => undefined);
    }
  };
}

/** The version, read at most once per poll period however many callers ask. */
function sharedVersion(database: Database, clock: Clock): () => Promise<string> {
  let reading: { at: number; version: Promise<string> } | undefined;
  return () => {
    const now = clock.monotonic();
    if (reading === undefined || now - reading.at >= directoryPollMs / 2) {
      reading = { at: now, version: directoryVersion(database.query) };
      // A failed read must not be handed out again.
      reading.version.catch(() => (reading = undefined));
    }
    return reading.version;
  };
}
