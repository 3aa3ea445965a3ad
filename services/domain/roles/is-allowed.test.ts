// Who may do what: the table of actions against the published roles, and its growth with permissions.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { ACTIONS } from "./actions.ts";
import { accessOfRole, effectiveAccess } from "./effective-access.ts";
import { isAllowed } from "./is-allowed.ts";
import {
  ACCOUNT_ROLES,
  NAMESPACE_PERMISSIONS,
  NO_ACCESS_BEYOND_ROLE,
  type AccountRole,
  type NamespacePermission,
} from "./role.ts";

const NAMESPACE = "orders.acct1";
const OTHER = "orders.acct2";

const may = (
  accountRole: AccountRole,
  action: string,
  permission?: NamespacePermission,
  namespace?: string,
): boolean => {
  const namespaces = new Map(permission === undefined ? [] : [[NAMESPACE, permission] as const]);
  const access = effectiveAccess({ own: { ...NO_ACCESS_BEYOND_ROLE, accountRole, namespaces } });
  return isAllowed(access, "ACTIVE", action, { namespace });
};

describe("what a principal may do", () => {
  it("follows the published roles", () => {
    const allowed = (action: string): AccountRole[] => ACCOUNT_ROLES.filter((role) => may(role, action));
    expect(allowed("cloud.namespace.create")).toEqual(["owner", "admin", "developer"]);
    expect(allowed("cloud.user.create")).toEqual(["owner", "admin"]);
    expect(allowed("cloud.invoice.list")).toEqual(["owner", "finance_admin"]);
    expect(allowed("cloud.auditlog.list")).toEqual(["owner", "admin"]);
    expect(allowed("cloud.user.list")).toEqual(["owner", "admin", "developer", "finance_admin", "read"]);
    expect(allowed("cloud.cell.register")).toEqual([]);
  });

  it("is decided by the permission on the very namespace for those without a role over all", () => {
    expect(may("developer", "cloud.namespace.update", "admin", NAMESPACE)).toBe(true);
    expect(may("developer", "cloud.namespace.update", "write", NAMESPACE)).toBe(false);
    expect(may("read", "cloud.namespace.get", "read", NAMESPACE)).toBe(true);
    expect(may("read", "cloud.namespace.get", "admin", OTHER)).toBe(false);
    expect(may("read", "cloud.namespace.get", "read")).toBe(true);
    expect(may("read", "cloud.namespace.get")).toBe(false);
  });

  it("is nothing for an action that is not in the table", () => {
    for (const action of ["cloud.namespace.explode", "", "toString", "__proto__"]) {
      expect(may("owner", action, "admin", NAMESPACE)).toBe(false);
    }
  });

  it("is reading and paying only while the account is not active", () => {
    const access = accessOfRole("owner");
    expect(isAllowed(access, "SUSPENDED", "cloud.namespace.create")).toBe(false);
    expect(isAllowed(access, "SUSPENDED", "cloud.namespace.get")).toBe(true);
    expect(isAllowed(access, "SUSPENDED", "cloud.invoice.get")).toBe(true);
    expect(isAllowed(access, "ACTIVATING", "cloud.operation.get")).toBe(true);
    expect(isAllowed(access, "ACTIVATING", "cloud.apikey.create")).toBe(false);
  });

  it("T1: never shrinks when a permission grows", () => {
    const pick = <Item>(items: readonly Item[]) => fc.constantFrom(...items);
    fc.assert(
      fc.property(
        pick(ACCOUNT_ROLES),
        pick(Object.keys(ACTIONS)),
        pick([NAMESPACE, OTHER, undefined]),
        (role, action, namespace) => {
          const answers = [undefined, ...NAMESPACE_PERMISSIONS].map((held) =>
            may(role, action, held, namespace),
          );
          for (const [index, answer] of answers.entries()) {
            if (index > 0 && answers[index - 1] === true) expect(answer).toBe(true);
          }
        },
      ),
    );
  });
});
