// Whether somebody has all that a grant would give: nobody gives, or takes from others, more than they have. Pure.
import type { Actor, Resource } from "#domain/context";
import { ACTIONS } from "./actions.ts";
import { grantAllows, type Grant } from "./grant.ts";

/** Stands for whatever is not named: only who has a right on everything has it on this. No id looks like it. */
const ANY = "*";

/** Roles that only owners give and take: whoever has them can spend the account's money. */
const OWNERS_BUSINESS: readonly string[] = ["owner", "finance_admin"];

/** The first action that the grant allows and the actor may not do where the grant allows it; else undefined. */
export function actionNotCovered(actor: Pick<Actor, "can">, grant: Grant): string | undefined {
  const isOwnersBusiness = grant.kind === "account_role" && OWNERS_BUSINESS.includes(grant.role);
  if (isOwnersBusiness && !actor.can("cloud.accountrole.grant", { wholeAccount: true }))
    return "cloud.accountrole.grant";
  const places = placesOf(grant);
  return Object.keys(ACTIONS).find((action) =>
    places.some((place) => grantAllows(grant, action, place, new Map()) && !actor.can(action, place)),
  );
}

/** Where a grant can allow something. */
function placesOf(grant: Grant): Resource[] {
  switch (grant.kind) {
    case "account_role":
      return [{ wholeAccount: true }];
    case "namespace":
      return [{ namespace: grant.namespace }];
    case "project":
      return [{ project: grant.project }, { project: grant.project, namespace: ANY }];
    case "custom_role":
      return grant.permissions.flatMap(({ resourceType, resourceIds, allowAll }): Resource[] => {
        if (resourceType === "accounts") return [{ wholeAccount: true }];
        const ids = allowAll ? [ANY] : resourceIds;
        if (resourceType === "namespaces") return ids.map((namespace) => ({ namespace }));
        return ids.map((id) => (resourceType === "projects" ? { project: id } : { id }));
      });
  }
}
