// Runs a session against one server, and answers what it printed in a form that can be compared.
import { eventually } from "#harness/eventually";
import type { Fixture } from "../typescript/fixture.ts";
import { normalise } from "./normalise.ts";
import type { Session, Step } from "./session.ts";
import type { CommandOutcome, TemporalCli } from "./temporal-cli.ts";

/** Temporal deletes in the background, when it comes to it. */
const UNTIL_LIMIT_MS = 120_000;
const UNTIL_POLL_MS = 200;

export interface CliServer {
  fixture: Fixture;
  address: string;
  /** Sent with each call. */
  metadata: Readonly<Record<string, string>>;
}

export interface Printed {
  command: string;
  exitCode: number;
  output: string;
}

export async function runSession(cli: TemporalCli, server: CliServer, session: Session): Promise<Printed[]> {
  const { fixture } = server;
  const prefix = fixture.id(session.title.replace(/[^a-z]+/gi, "-").slice(0, 20));
  const values = { p: prefix, q: fixture.taskQueue, ns: fixture.namespace };
  const fill = (text: string): string =>
    text.replace(/\{(p|q|ns)\}/g, (_, name: keyof typeof values) => values[name]);
  const printed: Printed[] = [];
  for (const step of session.steps) {
    const outcome = await runStep(cli, server, step, step.args.map(fill));
    const replacements = [
      [prefix, "{p}"],
      [values.q, "{q}"],
      [fixture.prefix, "{f}"],
      [` ${values.ns} `, " {ns} "],
    ] as const;
    printed.push({
      command: step.args.join(" "),
      exitCode: outcome.exitCode,
      output: shown(
        step,
        [outcome.stdout, outcome.stderr].map((text) => normalise(text, replacements)),
      ),
    });
  }
  return printed;
}

function shown({ compared }: Step, outputs: string[]): string {
  const text = outputs.filter((output) => output !== "").join("\n");
  if (compared === "exit code") return "";
  return compared === "lines" ? text.split("\n").sort().join("\n") : text;
}

function runStep(cli: TemporalCli, server: CliServer, step: Step, args: string[]): Promise<CommandOutcome> {
  const headers = Object.entries(server.metadata).flatMap(([key, value]) => [
    "--grpc-meta",
    `${key}=${value}`,
  ]);
  const run = (): Promise<CommandOutcome> =>
    cli.run([...args, ...headers], { address: server.address, namespace: server.fixture.namespace });
  const { until } = step;
  if (until === undefined) return run();
  return eventually(
    async () => {
      const outcome = await run();
      if (until.test(outcome.stdout)) return outcome;
      throw new Error(`"${args.join(" ")}" prints ${outcome.stdout}${outcome.stderr}`);
    },
    {
      limitMs: UNTIL_LIMIT_MS,
      pollMs: UNTIL_POLL_MS,
      what: `${String(until)} from ${args.slice(0, 2).join(" ")}`,
    },
  );
}
