// Suites that need Go, Python, Java or Temporal's own server: `npm run test:peers`.
import { longSuites } from "./test/harness/long-suites.ts";

export default longSuites("peers");
