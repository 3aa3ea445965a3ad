// The door of the audit of running namespaces: whether a namespace asks for it.
export { getNamespaceAudit } from "./get-namespace-audit.ts";
export { updateNamespaceAudit } from "./update-namespace-audit.ts";
