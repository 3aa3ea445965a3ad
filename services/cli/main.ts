#!/usr/bin/env node
// `cellplane`: finds the command that the words name and runs it. Wrong words or flags end with 2, failures with 1.
import { endWithFailure } from "#standalone";
import { chooseCommand } from "./choose-command.ts";

async function main(): Promise<void> {
  const { command, args } = chooseCommand(process.argv.slice(2));
  const exitCode = await command.run(args);
  if (exitCode !== undefined) process.exitCode = exitCode;
}

main().catch(endWithFailure);
