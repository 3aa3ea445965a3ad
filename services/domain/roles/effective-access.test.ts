// What several grants come to: a union, kept within a scope, and never more than the giver has.
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import type { Resource } from "#domain/context";
import { ACTIONS } from "./actions.ts";
import { actionNotCovered } from "./covers.ts";
import { CUSTOM_ROLE_ACTIONS, RESOURCE_TYPES, type CustomRolePermission } from "./custom-role-actions.ts";
import { dataPlaneAccess } from "./data-plane-access.ts";
import { effectiveAccess, type CustomRoleContent, type EffectiveAccess } from "./effective-access.ts";
import { grantAllows, type Grant } from "./grant.ts";
import { grantsThatAllow, isAllowed } from "./is-allowed.ts";
import {
  ACCOUNT_ROLES,
  NAMESPACE_PERMISSIONS,
  NO_ACCESS_BEYOND_ROLE,
  PROJECT_ROLES,
  type PrincipalAccess,
} from "./role.ts";

const PROJECT_OF = new Map([
  ["a.acct", "p1"],
  ["b.acct", "p1"],
  ["c.acct", "p2"],
]);
const NAMESPACES = [...PROJECT_OF.keys()];

const given = (access: Partial<PrincipalAccess>): PrincipalAccess => ({
  accountRole: "none",
  ...NO_ACCESS_BEYOND_ROLE,
  ...access,
});

const roleOf = (...permissions: CustomRolePermission[]): ReadonlyMap<string, CustomRoleContent> =>
  new Map([["r1", { name: "auditor", permissions }]]);

const can = (access: EffectiveAccess, action: string, resource?: Resource): boolean =>
  isAllowed(access, "ACTIVE", action, resource);

describe("roles on a project", () => {
  const holder = (role: (typeof PROJECT_ROLES)[number]): EffectiveAccess =>
    effectiveAccess({ own: given({ projects: new Map([["p1", role]]) }), projectOf: PROJECT_OF });

  it("mean for its namespaces what the published roles say", () => {
    const levels = PROJECT_ROLES.map((role) => {
      const access = holder(role);
      const { namespacePermissions } = dataPlaneAccess(access, NAMESPACES);
      const makes = can(access, "cloud.namespace.create", { project: "p1" });
      return [
        role,
        namespacePermissions["a.acct"],
        can(access, "cloud.namespace.get", { namespace: "b.acct" }),
        makes,
      ];
    });
    expect(levels).toEqual([
      ["admin", "admin", true, true],
      ["write", "write", true, true],
      ["read", "read", true, false],
      ["contribute", undefined, true, true],
      ["list", undefined, true, false],
      ["member", undefined, false, false],
    ]);
  });

  it("reach no other project and no namespace of one", () => {
    for (const role of PROJECT_ROLES) {
      const access = holder(role);
      expect(dataPlaneAccess(access, NAMESPACES).namespacePermissions["c.acct"]).toBeUndefined();
      for (const action of Object.keys(ACTIONS)) {
        const elsewhere =
          can(access, action, { namespace: "c.acct" }) || can(access, action, { project: "p2" });
        expect([role, action, elsewhere]).toEqual([role, action, ACTIONS[action]?.roles.includes("none")]);
      }
    }
  });
});

describe("groups", () => {
  it("give their access on to their members, and say so", () => {
    const access = effectiveAccess({
      own: given({ namespaces: new Map([["a.acct", "read"]]) }),
      groups: [
        {
          groupId: "g1",
          displayName: "ops",
          access: given({ accountRole: "developer", namespaces: new Map([["a.acct", "write"]]) }),
        },
      ],
    });
    expect(can(access, "cloud.namespace.create")).toBe(true);
    expect(dataPlaneAccess(access, NAMESPACES).namespacePermissions).toEqual({ "a.acct": "write" });
    expect(grantsThatAllow(access, "cloud.workflow.write", { namespace: "a.acct" })).toEqual([
      {
        grant: { kind: "namespace", namespace: "a.acct", permission: "write" },
        via: { groupId: "g1", displayName: "ops" },
      },
    ]);
  });
});

describe("custom roles", () => {
  it("give their actions on the resources they name and on no others", () => {
    const customRoles = roleOf(
      {
        actions: ["cloud.namespace.get", "cloud.workflow.read"],
        resourceType: "namespaces",
        resourceIds: ["a.acct"],
        allowAll: false,
      },
      { actions: ["cloud.usage.get"], resourceType: "accounts", resourceIds: [], allowAll: true },
    );
    const access = effectiveAccess({ own: given({ customRoles: ["r1"] }), customRoles });
    expect(can(access, "cloud.namespace.get", { namespace: "a.acct" })).toBe(true);
    expect(can(access, "cloud.namespace.get", { namespace: "b.acct" })).toBe(false);
    expect(can(access, "cloud.namespace.update", { namespace: "a.acct" })).toBe(false);
    expect(can(access, "cloud.usage.get", { wholeAccount: true })).toBe(true);
    expect(can(access, "cloud.invoice.get")).toBe(false);
    expect(dataPlaneAccess(access, NAMESPACES).namespacePermissions).toEqual({ "a.acct": "read" });
  });

  it("give nothing once they are gone", () => {
    const access = effectiveAccess({ own: given({ customRoles: ["r1"] }) });
    expect(can(access, "cloud.usage.get")).toBe(false);
  });

  it("know only actions of the table, and kinds of resources that exist", () => {
    expect(Object.keys(CUSTOM_ROLE_ACTIONS).filter((action) => !(action in ACTIONS))).toEqual([]);
    const types = Object.values(CUSTOM_ROLE_ACTIONS).flat();
    expect(types.filter((type) => !RESOURCE_TYPES.includes(type))).toEqual([]);
  });
});

const pick = <Item>(items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);

const anyPermission: fc.Arbitrary<CustomRolePermission> = fc
  .record({
    action: pick(Object.keys(CUSTOM_ROLE_ACTIONS)),
    allowAll: fc.boolean(),
    ids: fc.subarray(["a.acct", "c.acct", "p1", "p2", "e1"], { minLength: 1 }),
    type: fc.nat(),
  })
  .map(({ action, allowAll, ids, type }) => {
    const types = CUSTOM_ROLE_ACTIONS[action] ?? [];
    return {
      actions: [action],
      resourceType: types[type % types.length] ?? "accounts",
      resourceIds: allowAll ? [] : ids,
      allowAll,
    };
  });

const anyGrant: fc.Arbitrary<Grant> = fc.oneof(
  pick(ACCOUNT_ROLES).map((role) => ({ kind: "account_role", role }) as const),
  fc
    .tuple(pick(NAMESPACES), pick(NAMESPACE_PERMISSIONS))
    .map(([namespace, permission]) => ({ kind: "namespace", namespace, permission }) as const),
  fc
    .tuple(pick(["p1", "p2"]), pick(PROJECT_ROLES))
    .map(([project, role]) => ({ kind: "project", project, role }) as const),
  fc
    .array(anyPermission, { minLength: 1, maxLength: 3 })
    .map((permissions) => ({ kind: "custom_role", roleId: "r1", name: "any", permissions }) as const),
);

const anyResource: fc.Arbitrary<Resource> = fc.oneof(
  pick([...NAMESPACES, "new.acct"]).map((namespace) => ({ namespace, project: PROJECT_OF.get(namespace) })),
  pick(["p1", "p2", "p3"]).map((project) => ({ project })),
  pick(["e1", "e2"]).map((id) => ({ id })),
  fc.constant({}),
  fc.constant({ wholeAccount: true as const }),
);

describe("T1: what a principal may do", () => {
  it("is never less with one grant more", () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant, { maxLength: 4 }),
        anyGrant,
        pick(Object.keys(ACTIONS)),
        anyResource,
        (grants, more, action, resource) => {
          const held = grants.map((grant) => ({ grant }));
          const before = can({ grants: held, projectOf: PROJECT_OF }, action, resource);
          const after = can({ grants: [...held, { grant: more }], projectOf: PROJECT_OF }, action, resource);
          expect(before && !after).toBe(false);
        },
      ),
    );
  });

  it("cannot be given away by somebody who may not do it: a covered grant allows nothing that the giver lacks", () => {
    fc.assert(
      fc.property(
        fc.array(anyGrant, { minLength: 1, maxLength: 3 }),
        anyGrant,
        pick(Object.keys(ACTIONS)),
        anyResource,
        (grants, gift, action, resource) => {
          const giver = { grants: grants.map((grant) => ({ grant })), projectOf: PROJECT_OF };
          const actor = { can: (wanted: string, on?: Resource) => can(giver, wanted, on) };
          if (actionNotCovered(actor, gift) !== undefined) return;
          const gains = grantAllows(gift, action, resource, PROJECT_OF) && !can(giver, action, resource);
          expect(gains).toBe(false);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it("ends, for a bound service account, at its namespace or project", () => {
    const own = given({
      accountRole: "owner",
      namespaces: new Map([
        ["a.acct", "admin"],
        ["c.acct", "admin"],
      ]),
      projects: new Map([
        ["p1", "admin"],
        ["p2", "admin"],
      ]),
      customRoles: ["r1"],
    });
    const customRoles = roleOf({
      actions: ["cloud.namespace.update"],
      resourceType: "namespaces",
      resourceIds: [],
      allowAll: true,
    });
    const bound = { namespace: "a.acct", project: "p1" } as const;
    for (const kind of ["namespace", "project"] as const) {
      const scope = { kind, id: bound[kind] };
      const access = effectiveAccess({ own, scope, customRoles, projectOf: PROJECT_OF });
      for (const [action, rule] of Object.entries(ACTIONS)) {
        const outside = [
          { namespace: "c.acct" },
          { project: "p2" },
          { id: "e1" },
          { wholeAccount: true as const },
        ];
        const reaches = outside.some((resource) => can(access, action, resource));
        expect([kind, action, reaches]).toEqual([kind, action, rule.roles.includes("none")]);
      }
      expect(can(access, "cloud.namespace.update", { namespace: "a.acct" })).toBe(true);
      expect(can(access, "cloud.namespace.update", { namespace: "b.acct" })).toBe(kind === "project");
      expect(Object.keys(dataPlaneAccess(access, NAMESPACES).namespacePermissions).sort()).toEqual(
        kind === "project" ? ["a.acct", "b.acct"] : ["a.acct"],
      );
    }
  });
});

describe("giving roles", () => {
  const actorWith = (
    role: (typeof ACCOUNT_ROLES)[number],
  ): { can(action: string, on?: Resource): boolean } => {
    const access = effectiveAccess({ own: given({ accountRole: role }) });
    return { can: (action, on) => can(access, action, on) };
  };
  const gives = (giver: (typeof ACCOUNT_ROLES)[number]): string[] =>
    ACCOUNT_ROLES.filter(
      (role) => actionNotCovered(actorWith(giver), { kind: "account_role", role }) === undefined,
    );

  it("is for owners every role, for admins those without money, for others none above their own", () => {
    expect(gives("owner")).toEqual([...ACCOUNT_ROLES]);
    expect(gives("admin")).toEqual(["admin", "developer", "read", "metrics_read", "none"]);
    expect(gives("developer")).toEqual(["developer", "read", "metrics_read", "none"]);
    expect(gives("finance_admin")).toEqual(["read", "metrics_read", "none"]);
  });
});
