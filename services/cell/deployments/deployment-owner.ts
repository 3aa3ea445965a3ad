// SetWorkerDeploymentManager: who alone may route work and delete versions, and the check of it.
import { CloudError } from "#shared/errors";
import { conflictTokenOf, type Deployment } from "./deployment.ts";

export interface ManagerChange {
  /** Empty: anybody may. */
  manager: string;
  identity: string;
  conflictToken: Uint8Array | undefined;
}

/** Errors: FAILED_PRECONDITION. The deployment itself when nothing changes. */
export function setManager(deployment: Deployment, change: ManagerChange): Deployment {
  const { manager, identity } = change;
  if (deployment.manager === manager && deployment.lastModifier === identity) return deployment;
  requireToken(deployment, change.conflictToken);
  return { ...deployment, manager, lastModifier: identity, changes: deployment.changes + 1 };
}

/** Errors: FAILED_PRECONDITION. */
export function requireManager({ manager }: Deployment, identity: string): void {
  if (manager === "" || manager === identity) return;
  throw new CloudError(
    "FAILED_PRECONDITION",
    `ManagerIdentity '${manager}' is set and does not match user identity '${identity}'; to proceed, set your own identity as the ManagerIdentity, remove the ManagerIdentity, or wait for the other client to do so`,
  );
}

/** A caller that names a state changes that state or nothing. Errors: FAILED_PRECONDITION. */
export function requireToken(deployment: Deployment, token: Uint8Array | undefined): void {
  if (token === undefined || Buffer.from(token).equals(conflictTokenOf(deployment))) return;
  throw new CloudError("FAILED_PRECONDITION", "conflict token mismatch");
}
