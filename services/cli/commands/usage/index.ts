// `cellplane usage`: what an account used, and what that costs, as a file; by an API key of a role that may know it.
import { CloudError } from "#shared/errors";
import type { Command } from "../../command.ts";
import { readCliEnvironment } from "../../config.ts";
import { download } from "./download.ts";
import { parseUsageOptions } from "./usage-options.ts";

export const usageCommand: Command = {
  words: "usage",
  summary: "download what an account used: as CSV, as JSON, or with its costs as FOCUS",
  usage: `--month 2026-11 [flags]

  --month YYYY-MM     the calendar month in UTC (default: the current one)
  --group-by A,B      of account, namespace, project, tag, tag:KEY, kind, workflow_type, task_queue, and one of hour, day,
                      month; repeatable (default: namespace,kind; with --format focus: namespace,day)
  --format FORMAT     csv (default), json, or focus: with costs, for Account Owners and Finance Admins
  --focus VERSION     of FOCUS: 1.2 (default) or 1.3
  --namespace NAME    of one namespace only, like shop.a1b2c (csv and json)
  --output FILE       instead of the standard output
  --address URL       of the control plane (default: CELLPLANE_ADDRESS, or http://localhost:7300)
  --api-key-file FILE holds the API key (default: the key itself in CELLPLANE_API_KEY)`,
  run: async (args) => {
    const options = parseUsageOptions(args, readCliEnvironment());
    if (options.apiKey === undefined) {
      throw new CloudError(
        "INVALID_ARGUMENT",
        "an API key is needed: --api-key-file FILE, or CELLPLANE_API_KEY in the environment",
      );
    }
    await download({ ...options, apiKey: options.apiKey });
    return 0;
  },
};
