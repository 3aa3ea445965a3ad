// Access from and to the public message, in both spellings.
import { describe, expect, it } from "vitest";
import { readAccess, toAccess } from "./access-message.ts";
import { ACCOUNT_ROLES, type NamespacePermission } from "./role.ts";

describe("access as a message", () => {
  it("comes back as it went, for every role that can be given", () => {
    for (const accountRole of ACCOUNT_ROLES.filter((role) => role !== "none")) {
      const namespaces = new Map<string, NamespacePermission>(
        accountRole === "owner" || accountRole === "admin" ? [] : [["a.b", "write"]],
      );
      expect(readAccess(toAccess({ accountRole, namespaces }))).toEqual({ accountRole, namespaces });
    }
  });

  it("is understood in the deprecated spelling too", () => {
    const access = readAccess({
      accountAccess: { roleDeprecated: "FinanceAdmin" },
      namespaceAccesses: { "a.b": { permissionDeprecated: "Read" } },
    });
    expect(access).toEqual({ accountRole: "finance_admin", namespaces: new Map([["a.b", "read"]]) });
  });

  it("shows no single namespaces for administrators, and takes none", () => {
    expect(
      toAccess({ accountRole: "admin", namespaces: new Map([["a.b", "read"]]) }).namespaceAccesses,
    ).toEqual({});
    expect(() =>
      readAccess({ accountAccess: { role: 2 }, namespaceAccesses: { "a.b": { permission: 1 } } }),
    ).toThrow("leave namespace_accesses empty");
  });

  it("refuses a missing role and an unknown permission", () => {
    expect(() => readAccess({})).toThrow("account_access.role");
    expect(() =>
      readAccess({
        accountAccess: { role: 3 },
        namespaceAccesses: { "a.b": { permissionDeprecated: "root" } },
      }),
    ).toThrow("admin, write or read");
  });
});
