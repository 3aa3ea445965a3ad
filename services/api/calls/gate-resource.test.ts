// What a request says it is about, and that nothing given for a part of an account opens a door that nobody watches.
import { describe, expect, it } from "vitest";
import { methodOf } from "#contracts";
import { ACTIONS, CUSTOM_ROLE_ACTIONS } from "#domain/roles";
import { gateResource } from "./gate-resource.ts";

const CLOUD = "temporal.api.cloud.cloudservice.v1.CloudService";

const about = (rpc: string, action: string, request: object): object =>
  gateResource({ action, method: methodOf(`${CLOUD}/${rpc}`), accountId: "acct" }, request);

/** Their use cases ask again, with the scope of the service account that they find or make. */
const ASKED_AGAIN = [
  "cloud.serviceaccount.create",
  "cloud.serviceaccount.update",
  "cloud.serviceaccount.delete",
];

describe("what a request is about", () => {
  it("is the namespace it names, in itself or in its spec", () => {
    expect(about("GetNamespace", "cloud.namespace.get", { namespace: "a.acct" })).toEqual({
      namespace: "a.acct",
    });
    expect(about("GetNamespace", "cloud.certificate.issue", { spec: { namespace: "b.acct" } })).toEqual({
      namespace: "b.acct",
    });
  });

  it("is the project it names, or the default one for what happens in a project", () => {
    expect(about("CreateNamespace", "cloud.namespace.create", { projectId: "p1" })).toEqual({
      project: "p1",
    });
    expect(about("CreateNamespace", "cloud.namespace.create", { spec: {} })).toEqual({
      project: "acct-default",
    });
  });

  it("is the whole account for a list that names no project", () => {
    expect(about("GetNexusEndpoints", "cloud.nexusendpoint.list", {})).toEqual({ wholeAccount: true });
    expect(about("GetNexusEndpoints", "cloud.nexusendpoint.list", { projectId: "p1" })).toEqual({
      project: "p1",
    });
  });

  it("is anything at all for an endpoint or a rule: the use case finds its project and asks with both", () => {
    const remove = about("DeleteNexusEndpoint", "cloud.nexusendpoint.delete", { endpointId: "e1" });
    expect(remove).toEqual({});
    const read = about("GetConnectivityRule", "cloud.connectivityrule.get", { connectivityRuleId: "r1" });
    expect(read).toEqual({});
  });

  it("is the role that its path names", () => {
    expect(about("GetCustomRole", "cloud.customrole.get", { roleId: "r1" })).toEqual({ id: "r1" });
    expect(about("GetCustomRole", "cloud.customrole.get", {})).toEqual({ id: "" });
  });

  it("is known for every action that a role on a project allows, but for those that are asked again", () => {
    const open = Object.entries(ACTIONS)
      .filter(([action, rule]) => rule.project !== undefined && CUSTOM_ROLE_ACTIONS[action] === undefined)
      .map(([action]) => action);
    expect(open).toEqual(ASKED_AGAIN);
  });
});
