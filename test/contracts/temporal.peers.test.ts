// The contract suite on Temporal's own server: it says what the programs must expect.
import { startTemporalServer } from "./temporal-server.ts";
import { describeContract } from "./workflow-contract.ts";

describeContract("temporal", startTemporalServer);
