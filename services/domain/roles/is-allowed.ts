// Answers whether a principal may do an action: the table, the account's state, and the namespace in question. Pure.
import type { Actor } from "#domain/context";
import { CloudError } from "#shared/errors";
import { ACTIONS } from "./actions.ts";
import { includesPermission, type PrincipalAccess } from "./role.ts";

/** States in which an account works in full; in the others only what is read or paid stays possible. */
const WORKING_STATE = "ACTIVE";
const ALWAYS_POSSIBLE = /^cloud\.(session|billing|invoice|testclock)\.|\.(get|list)$/;

/**
 * Without a namespace the answer for an action on namespaces is "on at least one": that opens the door only, and the
 * use case must ask again with the namespace it finds.
 */
export function isAllowed(
  access: PrincipalAccess,
  accountState: string,
  action: string,
  resource: { namespace?: string } = {},
): boolean {
  const rule = Object.hasOwn(ACTIONS, action) ? ACTIONS[action] : undefined;
  if (rule === undefined) return false;
  if (accountState !== WORKING_STATE && !ALWAYS_POSSIBLE.test(action)) return false;
  if (rule.roles.includes(access.accountRole)) return true;
  const wanted = rule.namespace;
  if (wanted === undefined) return false;
  if (resource.namespace === undefined) {
    return [...access.namespaces.values()].some((held) => includesPermission(held, wanted));
  }
  return includesPermission(access.namespaces.get(resource.namespace), wanted);
}

/** Errors: PERMISSION_DENIED naming the action. */
export function checkAllowed(actor: Actor, action: string, resource?: { namespace?: string }): void {
  if (actor.can(action, resource)) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    `You do not have the permission ${action}. Ask an administrator of your account for a role that includes it.`,
  );
}
