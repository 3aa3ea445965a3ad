// `cellplane quickstart`: the whole cloud and its first customer, as `npm run quickstart`.
import { QUICKSTART_FLAGS, runQuickstart, START_FLAGS } from "#standalone";
import type { Command } from "../command.ts";

export const quickstartCommand: Command = {
  words: "quickstart",
  summary: "run the whole cloud and show its first customer from sign-up to invoice",
  usage: `[flags]\n\n${START_FLAGS}\n${QUICKSTART_FLAGS}`,
  run: async (args) => {
    await runQuickstart(args);
    return undefined;
  },
};
