// The shape of a worker's command: check it against the plan, then say what applying it does.
import type { temporal } from "#contracts";
import type { HistoryEvent } from "../state.ts";
import type { Completion, Plan } from "./plan.ts";
import { refuse, type Cause, type Refusal } from "./refusal.ts";

export type CommandMessage = temporal.api.command.v1.ICommand;

/** Applies a command that was found good; returns its event. */
export type Apply = (completion: Completion) => HistoryEvent | undefined;
export type Preparation = Apply | Refusal;

export interface TaskCommand {
  prepare: (plan: Plan, command: CommandMessage) => Preparation;
}

export function taskCommand<Key extends keyof CommandMessage>(definition: {
  /** The field of the command's attributes. */
  attributes: Key;
  /** The cause of refusing attributes that are missing. */
  cause: Cause;
  prepare: (plan: Plan, attributes: NonNullable<CommandMessage[Key]>, command: CommandMessage) => Preparation;
}): TaskCommand {
  const name = definition.attributes.charAt(0).toUpperCase() + definition.attributes.slice(1);
  const missing = `${name} is not set on ${name.replace("CommandAttributes", "Command")}.`;
  return {
    prepare: (plan, command) => {
      const attributes = command[definition.attributes];
      if (attributes == null) return refuse(definition.cause, missing);
      return definition.prepare(plan, attributes, command);
    },
  };
}
