// The quickstart: starts the whole cloud, then acts as its first customer and shows every step.
import { startCloud, type Cloud } from "../cloud.ts";
import { parseOptions, USAGE, type StandaloneOptions } from "../options.ts";
import { handleStop, print } from "../terminal.ts";
import { logSdkTo } from "./sdk-log.ts";
import { Story } from "./story.ts";
import { tell, type Facts } from "./tell.ts";

/** Answers when the story is told. Errors: CloudError, and StepFailedError for a step that went wrong. */
export async function runQuickstart(args: readonly string[]): Promise<void> {
  if (args.includes("--help")) return print(`npm run quickstart -- [options]\n\n${USAGE}`);
  const options = parseOptions(args, process.cwd(), true);
  // With --json, stdout holds the one object and nothing else.
  const say = options.json ? (text: string) => void process.stderr.write(`${text}\n`) : print;
  const story = new Story(say);
  say(`Cellplane quickstart, data in ${options.dataDirectory}`);
  const cloud = await story.step(
    "start the cloud",
    () =>
      startCloud(options, (part, tookMs) =>
        say(`    ${part.padEnd(10)} ready after ${tookMs.toFixed(0)} ms`),
      ),
    () => "all parts are ready",
  );
  await conclude(options, cloud, story, say);
}

async function conclude(
  options: StandaloneOptions,
  cloud: Cloud,
  story: Story,
  say: (text: string) => void,
): Promise<void> {
  try {
    logSdkTo(options.dataDirectory);
    const facts = await tell(story, cloud);
    if (options.json) print(JSON.stringify({ ...facts, steps: story.steps }));
    else print(summary(facts));
  } catch (error) {
    await cloud.stop();
    throw error;
  }
  if (options.exit) return cloud.stop();
  handleStop(() => cloud.stop());
  say(`\nThe cloud keeps running. Open ${cloud.addresses.api} ; Ctrl-C stops it.`);
}

function summary(facts: Facts): string {
  return [
    "",
    `Namespace ${facts.namespace}: ${facts.workflows} workflow runs`,
    `${facts.actions} billable actions metered, ${facts.actionsFromHistories} counted from the histories`,
    `Invoice ${facts.invoiceCents} cents by our rating, ${facts.stripeInvoiceCents} cents in Stripe, paid`,
  ].join("\n");
}
