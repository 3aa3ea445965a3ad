// `npm run quickstart`: starts the whole cloud, then acts as its first customer and shows every step.
import { endWithFailure } from "../terminal.ts";
import { runQuickstart } from "./run-quickstart.ts";

runQuickstart(process.argv.slice(2)).catch(endWithFailure);
