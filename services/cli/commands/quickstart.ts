// `cellplane quickstart`: the whole cloud and its first customer, as `npm run quickstart`.
import { runQuickstart } from "#standalone";
import type { Command } from "../command.ts";

export const quickstartCommand: Command = {
  words: "quickstart",
  summary: "run the whole cloud and show its first customer from sign-up to invoice",
  usage: `[flags]

  --data DIR       where the cloud keeps its data (default .cellplane)
  --port-base N    first port to use (default 7300, or the next free range)
  --exit           stop everything at the end
  --json           print one JSON object with the facts`,
  run: async (args) => {
    await runQuickstart(args);
    return undefined;
  },
};
