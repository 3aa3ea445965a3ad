// The door of the directory: what the edge must know to serve without the control plane.
export { DIRECTORY_CHANNEL, directoryVersion, touchDirectory } from "./touch-directory.ts";
export type { EdgeSpec, EdgeCertificateFilter } from "./edge-spec.ts";
export { readDirectory } from "./read-directory.ts";
