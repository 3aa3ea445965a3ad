// A session: commands that are run one after the other on each server, and what must be the same of what they print.
export interface Step {
  args: readonly string[];
  /** Repeats the command until what it prints says so: for what is seen a moment later. */
  until?: RegExp;
  /** What must be the same; everything by default. "lines": in any order. "exit code": what is printed depends on rates or chance. */
  compared?: "output" | "lines" | "exit code";
}

export interface Session {
  title: string;
  steps: readonly Step[];
}

/** The words of `line`, then `more` as they are: values with blanks and quotes. "{p}", "{q}" and "{ns}" are filled in. */
export function command(line: string, ...more: string[]): Step {
  return { args: [...line.split(" ").filter((word) => word !== ""), ...more] };
}

/** The same command again and again until its output matches. */
export function eventuallyPrints(until: RegExp, line: string, ...more: string[]): Step {
  return { ...command(line, ...more), until };
}

/** A command whose lines come in any order. */
export function inAnyOrder(step: Step): Step {
  return { ...step, compared: "lines" };
}

/** A command that must end the same way, whatever it prints. */
export function justExits(step: Step): Step {
  return { ...step, compared: "exit code" };
}
