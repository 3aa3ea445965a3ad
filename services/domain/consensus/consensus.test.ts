// Which policies guard a change, and when enough people agreed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  isSatisfied,
  namespacesOf,
  policiesGuarding,
  requirementOf,
  type Guardable,
  type Policy,
  type PolicySpec,
  type ProposedChange,
  type ProtectedNamespace,
} from "./index.ts";

const PROD: ProtectedNamespace = { name: "orders.a1", tags: { env: "prod" } };
const SPEC: PolicySpec = {
  displayName: "production",
  namespaces: [],
  tags: { env: "prod" },
  wholeAccount: false,
  operations: ["delete_namespace"],
  approvals: 1,
  requestLifetimeMs: 1_000,
  grantLifetimeMs: 100,
  grantUses: 5,
  approverIds: [],
  breakGlass: true,
};
const policy = (change: Partial<PolicySpec> = {}, id = "p1"): Policy => ({
  id,
  spec: { ...SPEC, ...change },
});
const guards = (
  change: Partial<ProposedChange>,
  operations: Guardable[],
  spec: Partial<PolicySpec> = {},
  namespaces = [PROD],
): boolean => {
  const whole = { operationType: "", message: {}, resourceId: PROD.name, ...change };
  return policiesGuarding(whole, [policy({ operations, ...spec })], namespaces).length > 0;
};
const EVERYTHING_ELSE: Guardable[] = ["failover", "terminate", "reset", "delete_workflow", "batch"];

describe("a policy guards", () => {
  it.each<[string, Guardable]>([
    ["DeleteNamespace", "delete_namespace"],
    ["FailoverNamespaceRegion", "failover"],
    ["DeleteNamespaceRegion", "failover"],
  ])("%s on the namespaces it covers, when it names %s", (operationType, operation) => {
    expect(guards({ operationType }, [operation])).toBe(true);
    expect(guards({ operationType }, ["batch"])).toBe(false);
    expect(guards({ operationType }, [operation], {}, [{ name: "x.a1", tags: { env: "test" } }])).toBe(false);
    expect(guards({ operationType }, [operation], { tags: {}, namespaces: [PROD.name] })).toBe(true);
    expect(
      guards({ operationType }, [operation], { tags: {}, wholeAccount: true }, [{ name: "x", tags: {} }]),
    ).toBe(true);
  });

  it("the networks of a connectivity rule, on the namespaces that name it", () => {
    const change = {
      operationType: "SetConnectivityRuleSources",
      message: {},
      resourceId: "cr-1",
      before: { sourceCidrs: [], namespaces: [PROD.name] },
    };
    expect(namespacesOf(change)).toEqual([PROD.name]);
    expect(namespacesOf({ ...change, before: {} })).toEqual([]);
    expect(guards(change, ["access"])).toBe(true);
    expect(guards(change, EVERYTHING_ELSE)).toBe(false);
    expect(guards(change, ["access"], {}, [])).toBe(false);
  });

  it("what decides about credentials of a namespace, and nothing else of its settings", () => {
    const update = (before: object, after: object): boolean =>
      guards({ operationType: "UpdateNamespace", before: { ...before }, after: { ...after } }, ["access"]);
    expect(update({ mtls: { enabled: true, ca: "A" } }, { mtls: { enabled: true, ca: "B" } })).toBe(true);
    expect(update({ apiKeyEnabled: false }, { apiKeyEnabled: true })).toBe(true);
    expect(update({ retentionDays: 1, mtls: {} }, { retentionDays: 9, mtls: {} })).toBe(false);
    const unprotect = { operationType: "UpdateNamespace", before: { deleteProtection: true }, after: {} };
    expect(guards(unprotect, ["delete_namespace"])).toBe(true);
    expect(guards(unprotect, ["access"])).toBe(false);
  });

  it("the tags on which its protection hangs, and no other tag", () => {
    const tags = (message: object): boolean =>
      guards({ operationType: "UpdateNamespaceTags", message }, EVERYTHING_ELSE);
    expect(tags({ tagsToRemove: ["env"] })).toBe(true);
    expect(tags({ tagsToUpsert: { env: "test" } })).toBe(true);
    expect(tags({ tagsToUpsert: { team: "a" }, tagsToRemove: ["old"] })).toBe(false);
  });

  it("access: on the namespace that is named, else in the whole account", () => {
    const named = { operationType: "SetUserNamespaceAccess", message: { namespace: PROD.name } };
    expect(namespacesOf({ ...named, resourceId: "user" })).toEqual([PROD.name]);
    expect(guards(named, ["access"])).toBe(true);
    expect(guards(named, ["access"], {}, [{ name: "x.a1", tags: {} }])).toBe(false);
    for (const operationType of [
      "UpdateUser",
      "RestoreUser",
      "DeleteServiceAccount",
      "AddUserGroupMember",
      "UpdateCustomRole",
    ])
      expect([operationType, guards({ operationType }, ["access"], {}, [])]).toEqual([operationType, true]);
    expect(guards({ operationType: "CreateApiKey" }, ["access"])).toBe(false);
  });

  it("the making of an administrator, whatever it names: who is one could approve", () => {
    const make = (accountAccess: object): boolean =>
      guards(
        { operationType: "CreateUser", message: { spec: { access: { accountAccess } } } },
        EVERYTHING_ELSE,
      );
    expect([make({ role: 1 }), make({ role: 2 }), make({ roleDeprecated: "Admin" })]).toEqual([
      true,
      true,
      true,
    ]);
    const join = (groupRole: string): boolean =>
      guards({ operationType: "AddUserGroupMember", resourceId: "g", groupRole }, EVERYTHING_ELSE, {}, []);
    expect([join("owner"), join("admin"), join("developer")]).toEqual([true, true, false]);
    expect([make({ role: 3 }), make({ roleDeprecated: "Read" })]).toEqual([false, false]);
  });

  it("itself", () => {
    const policies = [policy({ operations: ["batch"] }, "p1"), policy({}, "p2")];
    const change = { operationType: "DeleteConsensusPolicy", message: {}, resourceId: "p2" };
    expect(policiesGuarding(change, policies, []).map(({ id }) => id)).toEqual(["p2"]);
    expect(policiesGuarding({ ...change, operationType: "CreateConsensusPolicy" }, policies, [])).toEqual([]);
  });
});

describe("a requirement", () => {
  it("takes the strictest of each policy", () => {
    const loose = policy({ requestLifetimeMs: 9_000, grantUses: 9 }, "loose");
    const strict = policy({ approvals: 2, grantUses: 1, grantLifetimeMs: 10, breakGlass: false }, "strict");
    expect(requirementOf([loose, strict])).toMatchObject({
      breakGlass: false,
      requestLifetimeMs: 1_000,
      grantLifetimeMs: 10,
      grantUses: 1,
    });
    expect(requirementOf([])).toBeUndefined();
  });

  it("is satisfied by enough different people of each policy's own", () => {
    const requirement = requirementOf([
      policy({ approvals: 2 }, "two"),
      policy({ approverIds: ["security"] }, "one"),
    ]);
    if (requirement === undefined) throw new Error("no requirement");
    expect(isSatisfied(requirement, ["ann", "ann"])).toBe(false);
    expect(isSatisfied(requirement, ["ann", "bea"])).toBe(false);
    expect(isSatisfied(requirement, ["ann", "security"])).toBe(true);
  });

  it("never asks for fewer people when a policy is added", () => {
    const spec = fc.record({
      approvals: fc.integer({ min: 1, max: 5 }),
      approverIds: fc.subarray(["a", "b", "c", "d"]),
    });
    fc.assert(
      fc.property(
        fc.array(spec, { minLength: 1 }),
        spec,
        fc.subarray(["a", "b", "c", "d", "e"]),
        (some, more, people) => {
          const few = requirementOf(some.map((change, index) => policy(change, `p${index}`)));
          const all = requirementOf([...some, more].map((change, index) => policy(change, `p${index}`)));
          if (few === undefined || all === undefined) throw new Error("no requirement");
          if (isSatisfied(all, people)) expect(isSatisfied(few, people)).toBe(true);
        },
      ),
    );
  });
});
