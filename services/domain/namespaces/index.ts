// The door of namespaces.
export { addNamespaceRegion, deleteNamespaceRegion, failoverNamespaceRegion } from "./change-regions.ts";
export { parseCaBundle, type CaBundle } from "./ca-bundle.ts";
export { createNamespace } from "./create-namespace.ts";
export { deleteCustomSearchAttribute } from "./delete-search-attribute.ts";
export { deleteNamespace } from "./delete-namespace.ts";
export { getNamespaceCapacityInfo } from "./get-capacity-info.ts";
export { getNamespaceWarnings } from "./get-warnings.ts";
export { getNamespace, getNamespaces } from "./get-namespaces.ts";
export { listMeterings, type MeteringFrom } from "./metering.ts";
export { listNamespaceFacts } from "./list-namespace-facts.ts";
export { cellNamespaceOf, configurationOf, type NamespaceRow } from "./namespace.ts";
export { findNamespace, isKnown, listSettled } from "./namespace-store.ts";
export type { NamespaceConfiguration } from "./configuration.ts";
export {
  abandonNamespace,
  findProvisioned,
  forgetNamespace,
  publishNamespace,
  restoreConfiguration,
  settleNamespace,
  type NamespaceStep,
} from "./provisioning-steps.ts";
export { renameCustomSearchAttribute } from "./rename-search-attribute.ts";
export { updateNamespace } from "./update-namespace.ts";
export { updateNamespaceTags } from "./update-tags.ts";
