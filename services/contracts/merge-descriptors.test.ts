// What our files add to Temporal's messages goes over the wire and through JSON like the rest, and changes nothing else.
import { describe, expect, it } from "vitest";
import { codecOf, root } from "./codec.ts";
import { additions } from "./generated/additions.ts";
import { mergeDescriptors } from "./merge-descriptors.ts";
import { methodOf } from "./methods.ts";
import { messageFromJsonText, messageToJsonText } from "./proto-json/index.ts";
import type { temporal } from "@temporalio/proto";

const SPEC = "temporal.api.cloud.identity.v1.ServiceAccountSpec";

describe("what a newer version of Temporal's API adds", () => {
  it("is a field beside the old ones, on the wire and in JSON", () => {
    const codec = codecOf<temporal.api.cloud.identity.v1.IServiceAccountSpec>(SPEC);
    const spec = {
      name: "robot",
      access: { projectAccesses: { p1: { role: 5 } } },
      projectScopedAccess: { projectId: "p1", namespaceAccesses: { "a.b": { permission: 2 } } },
    };
    const decoded = codec.decode(codec.encode(spec));
    expect(decoded).toMatchObject(spec);
    const text = messageToJsonText(codec.type, decoded);
    expect(JSON.parse(text)).toEqual({
      name: "robot",
      access: { projectAccesses: { p1: { role: "PROJECT_ROLE_CONTRIBUTE" } } },
      projectScopedAccess: {
        projectId: "p1",
        namespaceAccesses: { "a.b": { permission: "PERMISSION_WRITE" } },
      },
    });
    expect(messageFromJsonText(codec.type, text)).toMatchObject(spec);
  });

  it("is an rpc of the service that was there, with its binding", () => {
    const method = methodOf("temporal.api.cloud.cloudservice.v1.CloudService/SetUserProjectAccess");
    expect(method.bindings).toEqual([
      { method: "POST", path: "/cloud/projects/{project_id}/users/{user_id}/access", body: "*" },
    ]);
    expect(method.description).toContain("role on a project");
  });

  it("is a value of an enum, with the old ones as they were", () => {
    expect(root.lookupEnum("temporal.api.cloud.region.v1.Region.CloudProvider").values).toEqual({
      CLOUD_PROVIDER_UNSPECIFIED: 0,
      CLOUD_PROVIDER_AWS: 1,
      CLOUD_PROVIDER_GCP: 2,
      CLOUD_PROVIDER_AZURE: 3,
    });
  });

  it("is added once, however often it is merged", () => {
    const before = root.lookupType(SPEC).fieldsArray.length;
    mergeDescriptors(root, { nested: { temporal: additions } });
    expect(root.lookupType(SPEC).fieldsArray.length).toBe(before);
  });
});
