// The contract suite on our own cell.
import { startCellServer } from "./cell-server.ts";
import { describeContract } from "./workflow-contract.ts";

describeContract("cell", () => startCellServer({ asksForToken: true }));
