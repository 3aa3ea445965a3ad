// Every command of `cellplane`, in the order in which help shows them. One file a command, or a folder.
import type { Command } from "../command.ts";
import { auditVerifyCommand } from "./audit/index.ts";
import { cellCommand } from "./cell/index.ts";
import { quickstartCommand } from "./quickstart.ts";
import { startCommand } from "./start.ts";
import { usageCommand } from "./usage/index.ts";
import { versionCommand } from "./version.ts";

export const COMMANDS: readonly Command[] = [
  cellCommand,
  startCommand,
  quickstartCommand,
  auditVerifyCommand,
  usageCommand,
  versionCommand,
];
