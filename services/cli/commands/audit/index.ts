// `cellplane audit verify`: checks the hash chain of every account's audit trail, by the control plane's database.
import { print } from "#standalone";
import type { Command } from "../../command.ts";
import { parseVerifyOptions } from "./verify-options.ts";

export const auditVerifyCommand: Command = {
  words: "audit verify",
  summary: "check that no audit record of any account was changed, moved or removed",
  usage: `[flags]

  --data DIR      the data folder of the cloud on this machine, running or not (default .cellplane)
  --database URL  the control plane's PostgreSQL database instead

Ends with 0 when every trail is sound; with 1, naming the first broken record of each account, when one is not.`,
  run: async (args) => {
    const options = parseVerifyOptions(args, process.cwd());
    // Loaded only now: a wrong flag needs no database client.
    const { verifyTrails } = await import("./verify-trails.ts");
    return verifyTrails(options, print);
  },
};
