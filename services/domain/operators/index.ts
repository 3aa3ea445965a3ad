// The door of the operator area: who may enter it, and what it shows of the installation.
export { enterOperatorArea, getOperatorAccess, leaveOperatorArea } from "./operator-access.ts";
export { getInstallation } from "./get-installation.ts";
export { getProvisioning, getProvisionings, type ReadRun, type RunStep } from "./get-provisionings.ts";
