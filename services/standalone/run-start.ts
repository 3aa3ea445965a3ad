// Starts the whole cloud on this machine and keeps it until Ctrl-C.
import { startCloud } from "./cloud.ts";
import { parseOptions, USAGE } from "./options.ts";
import { handleStop, print } from "./terminal.ts";

/** Answers when the cloud is ready; it runs until it is told to stop. Errors: CloudError. */
export async function runStart(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return print(`npm start -- [options]\n\n${USAGE}`);
  const options = parseOptions(args, process.cwd(), false);
  const startedAt = performance.now();
  print(`Cellplane, data in ${options.dataDirectory}`);
  const cloud = await startCloud(options, (part, tookMs) =>
    print(`  ${part.padEnd(10)} ready  ${tookMs.toFixed(0)} ms`),
  );
  handleStop(() => cloud.stop());
  print(
    [
      `Ready in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`,
      `  API, documentation, mailbox   ${cloud.addresses.api}`,
      `  API over TLS                  ${cloud.addresses.apiTls}`,
      `  Gateway for Temporal SDKs     ${cloud.addresses.gateway} (TLS, CA ${cloud.caFile})`,
      `Ctrl-C stops everything.`,
    ].join("\n"),
  );
}
