// Long runs of what `npm test` does shortly: `npm run test:nightly`.
import { longSuites } from "./test/harness/long-suites.ts";

export default longSuites("nightly");
