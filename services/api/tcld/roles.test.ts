// tcld's roles and the access that they are, both ways.
import { expect, test } from "vitest";
import { tcldV1, temporal } from "#contracts";
import { accessOf, roleOfSpec, rolesOf } from "./roles.ts";

const { Role } = temporal.api.cloud.identity.v1.AccountAccess;
const { Permission } = temporal.api.cloud.identity.v1.NamespaceAccess;
const access = {
  accountAccess: { role: Role.ROLE_DEVELOPER },
  namespaceAccesses: { "orders.a1b2c3": { permission: Permission.PERMISSION_WRITE } },
};

test("an access is its roles, and its roles are the access", () => {
  const ids = rolesOf(access).map(({ id }) => id ?? "");
  expect(ids).toEqual(["account:developer", "namespace:orders.a1b2c3:write"]);
  expect(accessOf(ids)).toEqual(access);
});

test("every role of an account comes back as itself, also those that tcld has no word for", () => {
  for (const role of [1, 2, 3, 4, 5, 6]) {
    const [own] = rolesOf({ accountAccess: { role } });
    expect(accessOf([own?.id ?? ""]).accountAccess?.role).toBe(role);
  }
});

test("what tcld does not know stays", () => {
  const before = { accountAccess: { customRoles: ["auditor"] }, projectAccesses: { p: { role: 1 } } };
  expect(accessOf(["account:read"], before)).toEqual({
    accountAccess: { role: Role.ROLE_READ, customRoles: ["auditor"] },
    projectAccesses: { p: { role: 1 } },
    namespaceAccesses: {},
  });
});

test("a specification is one role", () => {
  const { ACCOUNT_ACTION_GROUP_ADMIN: actionGroup } = tcldV1.AccountActionGroup;
  expect(roleOfSpec({ accountRole: { actionGroup } }).id).toBe("account:admin");
  expect(roleOfSpec({ namespaceRoles: [{ namespace: "orders.a1b2c3", actionGroup: 3 }] }).id).toBe(
    "namespace:orders.a1b2c3:read",
  );
  expect(() => roleOfSpec({})).toThrow("specs");
  expect(() => roleOfSpec({ namespaceRoles: [{}, {}] })).toThrow("specs");
});

test.each([[[]], [["account:admin", "account:read"]], [["account:nobody"]]])("%j is no access", (ids) => {
  expect(() => accessOf(ids)).toThrow("spec.roles");
});

test.each(["namespace::read", "namespace:orders.a1b2c3:", "namespace:orders.a1b2c3:owner", "read"])(
  "%s is no role",
  (id) => {
    expect(() => accessOf(["account:read", id])).toThrow("spec.roles");
  },
);
