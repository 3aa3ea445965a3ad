// What use cases of SCIM receive: the context of the call and the token that it came with.
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type MutationResult } from "#domain/operations";
import type { ProposedChange } from "#domain/consensus";
import type { AccountRole } from "#domain/roles";
import { CloudError } from "#shared/errors";
import type { ScimObject } from "./scim-refusal.ts";

export interface ScimContext extends DomainContext {
  directory: Directory;
}

/** The account's identity provider, as its token says. */
export interface Directory {
  tokenId: string;
  /** What new users may do until a group gives them more. */
  accountRole: AccountRole;
  isOfOwner: boolean;
  /** "https://cloud.example.com/scim/v2/<account>" */
  baseUrl: string;
}

interface DirectoryChange {
  action: string;
  operationType: string;
  resourceType: "user" | "usergroup";
  resourceId?: string;
  resource?: ScimObject;
  addedUserIds?: string[];
  removedUserIds?: string[];
}

/**
 * Makes a change under the account's lock, with its operation and its audit record. Identity providers do not wait, so
 * what a consensus policy guards is refused by `checkPolicies` and never held.
 */
export async function changeDirectory(
  { consensus: _, ...context }: ScimContext,
  change: DirectoryChange,
  work: (tx: Transaction, operationId: string) => Promise<MutationResult>,
): Promise<string> {
  const { action, operationType, resourceType, resourceId = "", resource } = change;
  const message = {
    resourceId,
    resourceJson: resource === undefined ? "" : JSON.stringify(resource),
    addedUserIds: change.addedUserIds ?? [],
    removedUserIds: change.removedUserIds ?? [],
  };
  const request = { typeName: "cellplane.cloud.v1.DirectoryChange", message };
  const { operation } = await mutate(
    context,
    { action, operationType, operationId: undefined, request, resourceType, resourceId },
    work,
  );
  return operation.resourceId;
}

/** Errors: PERMISSION_DENIED when a policy guards what the directory would add. Call it before the change. */
export async function checkPolicies(
  tx: Transaction,
  context: ScimContext,
  change: Pick<ProposedChange, "operationType" | "message" | "resourceId">,
): Promise<void> {
  const { accountId } = context.actor;
  const guard = await context.consensus?.guardOf(tx, accountId, { ...change, byDirectory: true });
  if (guard?.({}) === undefined) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    "A consensus policy of the account guards this. Make the change here, where it waits for approval, or let a policy " +
      "exempt the directory.",
  );
}
