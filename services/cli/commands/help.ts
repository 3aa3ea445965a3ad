// `cellplane help [command]`: what there is, and what a command takes.
import { print } from "#standalone";
import { CloudError } from "#shared/errors";
import type { Command } from "../command.ts";
import { COMMANDS } from "./index.ts";

export const helpCommand: Command = {
  words: "help",
  summary: "show the commands, or what one of them takes",
  usage: "[command]",
  run: async (args) => {
    const words = args.join(" ");
    const asked = COMMANDS.find((command) => command.words === words);
    if (words !== "" && asked === undefined)
      throw new CloudError("INVALID_ARGUMENT", `cellplane has no command "${words.slice(0, 60)}"`);
    print(asked === undefined ? overview() : usageOf(asked));
    return 0;
  },
};

/** A command that shows what another one takes. */
export function helpOn(command: Command): Command {
  return {
    ...command,
    run: async () => {
      print(command === helpCommand ? overview() : usageOf(command));
      return 0;
    },
  };
}

function overview(): string {
  const commands = [...COMMANDS, helpCommand];
  const width = Math.max(...commands.map(({ words }) => words.length));
  const lines = commands.map(({ words, summary }) => `  ${words.padEnd(width)}   ${summary}`);
  return ["cellplane <command> [flags]", "", ...lines, "", "cellplane help <command> tells its flags."].join(
    "\n",
  );
}

function usageOf({ words, summary, usage }: Command): string {
  return `cellplane ${words} ${usage.split("\n")[0] ?? ""}\n\n${summary}\n${usage.split("\n").slice(1).join("\n")}`;
}
