// Answers whether a principal may do an action: the table, the account's state, and what the action is about. Pure.
import type { Actor, Resource } from "#domain/context";
import { CloudError } from "#shared/errors";
import type { EffectiveAccess, HeldGrant } from "./effective-access.ts";
import { grantAllows } from "./grant.ts";

/** States in which an account works in full; in the others only what is read or paid stays possible. */
const WORKING_STATE = "ACTIVE";
const ALWAYS_POSSIBLE = /^cloud\.(session|billing|invoice|testclock)\.|\.(get|list)$/;

/**
 * Without a resource the answer is "on anything at all": that opens the door only, and the use case must ask again with
 * what it finds.
 */
export function isAllowed(
  access: EffectiveAccess,
  accountState: string,
  action: string,
  resource: Resource = {},
): boolean {
  return isPossible(accountState, action) && grantsThatAllow(access, action, resource).length > 0;
}

/** The reasons why an action is allowed, whatever the account's state. */
export function grantsThatAllow(
  access: EffectiveAccess,
  action: string,
  resource: Resource = {},
): readonly HeldGrant[] {
  return access.grants.filter(({ grant }) => grantAllows(grant, action, resource, access.projectOf));
}

export function isPossible(accountState: string, action: string): boolean {
  return accountState === WORKING_STATE || ALWAYS_POSSIBLE.test(action);
}

/** Errors: PERMISSION_DENIED naming the action. */
export function checkAllowed(actor: Actor, action: string, resource?: Resource): void {
  if (actor.can(action, resource)) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    `You do not have the permission ${action}. Ask an administrator of your account for a role that includes it.`,
  );
}
