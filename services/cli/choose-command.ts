// The command that the words of a command line name, and the arguments that follow them.
import { CloudError } from "#shared/errors";
import type { Command } from "./command.ts";
import { COMMANDS } from "./commands/index.ts";
import { helpCommand, helpOn } from "./commands/help.ts";

const FLAGS_OF_HELP = ["--help", "-h"];

export interface ChosenCommand {
  command: Command;
  args: readonly string[];
}

/** The longest words that match win. Errors: INVALID_ARGUMENT naming words that are no command. */
export function chooseCommand(argv: readonly string[]): ChosenCommand {
  const [first] = argv;
  if (first === undefined || FLAGS_OF_HELP.includes(first)) return { command: helpCommand, args: [] };
  if (first === "--version") return chooseCommand(["version"]);
  const matching = [...COMMANDS, helpCommand]
    .map((command) => ({ command, words: command.words.split(" ") }))
    .filter(({ words }) => words.every((word, index) => argv[index] === word))
    .sort((one, other) => other.words.length - one.words.length);
  const [best] = matching;
  if (best === undefined) {
    throw new CloudError(
      "INVALID_ARGUMENT",
      `cellplane has no command "${first.slice(0, 60)}"; it has ${COMMANDS.map(({ words }) => words).join(", ")}`,
    );
  }
  const args = argv.slice(best.words.length);
  if (args.some((arg) => FLAGS_OF_HELP.includes(arg))) return { command: helpOn(best.command), args: [] };
  return { command: best.command, args };
}
