// `npm start`: the whole cloud on this machine, until Ctrl-C.
import { runStart } from "./run-start.ts";
import { endWithFailure } from "./terminal.ts";

runStart(process.argv.slice(2)).catch(endWithFailure);
