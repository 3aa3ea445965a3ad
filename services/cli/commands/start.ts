// `cellplane start`: the whole cloud on this machine, as `npm start`.
import { runStart, START_FLAGS } from "#standalone";
import type { Command } from "../command.ts";

export const startCommand: Command = {
  words: "start",
  summary: "run the whole cloud on this machine: control plane, gateway, two cells",
  usage: `[flags]\n\n${START_FLAGS}`,
  run: async (args) => {
    await runStart(args);
    return undefined;
  },
};
