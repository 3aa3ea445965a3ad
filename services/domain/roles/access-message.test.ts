// Access from and to the public message, in both spellings.
import { describe, expect, it } from "vitest";
import { readAccess, toAccess } from "./access-message.ts";
import { ACCOUNT_ROLES, NO_ACCESS_BEYOND_ROLE, type NamespacePermission, type ProjectRole } from "./role.ts";

describe("access as a message", () => {
  it("comes back as it went, for every role that can be given", () => {
    for (const accountRole of ACCOUNT_ROLES.filter((role) => role !== "none")) {
      const isAdmin = accountRole === "owner" || accountRole === "admin";
      const access = {
        accountRole,
        namespaces: new Map<string, NamespacePermission>(isAdmin ? [] : [["a.b", "write"]]),
        projects: new Map<string, ProjectRole>(isAdmin ? [] : [["p1", "contribute"]]),
        customRoles: ["r1", "r2"],
      };
      expect(readAccess(toAccess(access))).toEqual(access);
    }
  });

  it("is understood in the deprecated spelling too", () => {
    const access = readAccess({
      accountAccess: { roleDeprecated: "FinanceAdmin" },
      namespaceAccesses: { "a.b": { permissionDeprecated: "Read" } },
    });
    expect(access).toEqual({
      ...NO_ACCESS_BEYOND_ROLE,
      accountRole: "finance_admin",
      namespaces: new Map([["a.b", "read"]]),
    });
  });

  it("shows no single namespaces for administrators, and takes none", () => {
    expect(
      toAccess({ ...NO_ACCESS_BEYOND_ROLE, accountRole: "admin", namespaces: new Map([["a.b", "read"]]) })
        .namespaceAccesses,
    ).toEqual({});
    expect(() =>
      readAccess({ accountAccess: { role: 2 }, namespaceAccesses: { "a.b": { permission: 1 } } }),
    ).toThrow("leave namespace_accesses empty");
  });

  it("is that of the role none when it names no role, as clients send it", () => {
    expect(readAccess({})).toEqual({ ...NO_ACCESS_BEYOND_ROLE, accountRole: "none" });
    expect(readAccess({ accountAccess: { customRoles: ["r2", "r1", "r2"] } })).toMatchObject({
      accountRole: "none",
      customRoles: ["r1", "r2"],
    });
  });

  it("shows no single projects for administrators, and takes none", () => {
    const projectAccesses = { p1: { role: 1 } };
    expect(() => readAccess({ accountAccess: { role: 1 }, projectAccesses })).toThrow(
      "leave project_accesses empty",
    );
  });

  it("refuses a role on a project that cannot be given", () => {
    for (const role of [0, 7, 8]) {
      expect(() => readAccess({ projectAccesses: { p1: { role } } })).toThrow("A project role must be");
    }
  });

  it("refuses missing access, unknown roles and an unknown permission", () => {
    expect(() => readAccess(undefined)).toThrow("access is required");
    expect(() => readAccess({ accountAccess: { role: 99 as number } })).toThrow("account_access.role");
    expect(() => readAccess({ accountAccess: { roleDeprecated: "root" } })).toThrow("account_access.role");
    expect(() =>
      readAccess({
        accountAccess: { role: 3 },
        namespaceAccesses: { "a.b": { permissionDeprecated: "root" } },
      }),
    ).toThrow("admin, write or read");
  });
});
