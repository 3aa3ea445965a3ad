// Everything that the quickstart's worker registers: the entry of its workflow bundle.
export * from "./order.workflow.ts";
export * from "./shipment.workflow.ts";
