// Reads an exported file as customers do: by Temporal's public message temporal.api.export.v1.WorkflowExecutions, which
// holds the encoded bytes of temporal.api.history.v1.History.
import protobuf from "protobufjs";
import { codecOf, type temporal } from "#contracts";

const root = protobuf.parse(`syntax = "proto3"; package temporal.api.export.v1;
  message WorkflowExecution { bytes history = 1; }
  message WorkflowExecutions { repeated WorkflowExecution items = 1; }`).root;
const executions = root.lookupType("temporal.api.export.v1.WorkflowExecutions");
const historyCodec = codecOf<temporal.api.history.v1.IHistory>("temporal.api.history.v1.History");

/** The events of each workflow, in the file's order. */
export function historiesIn(file: Uint8Array): temporal.api.history.v1.IHistoryEvent[][] {
  const { items } = executions.decode(file) as unknown as { items: { history: Uint8Array }[] };
  return items.map(({ history }) => historyCodec.decode(history).events ?? []);
}
