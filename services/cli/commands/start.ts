// `cellplane start`: the whole cloud on this machine, as `npm start`.
import { runStart } from "#standalone";
import type { Command } from "../command.ts";

export const startCommand: Command = {
  words: "start",
  summary: "run the whole cloud on this machine: control plane, gateway, two cells",
  usage: `[flags]

  --data DIR       where the cloud keeps its data (default .cellplane)
  --port-base N    first port to use (default 7300, or the next free range)`,
  run: async (args) => {
    await runStart(args);
    return undefined;
  },
};
