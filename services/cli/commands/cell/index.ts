// `cellplane cell`: one cell without the cloud, as a development server whose data survives restarts.
import type { Command } from "../../command.ts";
import { parseCellOptions } from "./cell-options.ts";

export const cellCommand: Command = {
  words: "cell",
  summary: "run one cell without the cloud: a Temporal server for development that survives restarts",
  usage: `[flags]

  --port N                      where it listens: gRPC, and HTTP/JSON on the same port (default 7233; 0 picks one)
  --ip ADDRESS                  on which address (default 127.0.0.1)
  --data DIR                    where its own PostgreSQL keeps the data (default .cellplane-cell)
  --database URL                an existing PostgreSQL database instead of its own
  --namespace NAME              a namespace to create when it is missing, besides "default"; may be repeated
  --search-attribute NAME=TYPE  a custom search attribute of these namespaces: Text, Keyword, Int, Double, Bool,
                                Datetime or KeywordList; may be repeated
  --ready-file FILE             a file to write when it serves: {"pid", "address", "namespaces"} as JSON
  --log-level LEVEL             of the log on stderr: debug, info, warn, error, silent (default warn)`,
  run: async (args) => {
    const options = parseCellOptions(args, process.cwd());
    // Loaded only now, because the engine is large and a wrong flag needs no engine.
    const { runCell } = await import("./run-cell.ts");
    await runCell(options);
    return undefined;
  },
};
