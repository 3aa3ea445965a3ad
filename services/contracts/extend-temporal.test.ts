// What a newer version of the Cloud Ops API adds is in the one root, with the numbers that its clients send.
import { expect, test } from "vitest";
import { cloudOpsV1, codecOf, methodOf, type temporal } from "./index.ts";

const CLOUD_SERVICE = "temporal.api.cloud.cloudservice.v1.CloudService";

test("a field that a newer version added is read and written by a known message", () => {
  const codec = codecOf<temporal.api.cloud.cloudservice.v1.ICreateNamespaceRequest>(
    "temporal.api.cloud.cloudservice.v1.CreateNamespaceRequest",
  );
  const bytes = codec.encode({ asyncOperationId: "op", projectId: "prj" });
  expect(Buffer.from(bytes).toString("latin1")).toBe("\x1a\x02op\x2a\x03prj");
  expect(codec.decode(bytes).projectId).toBe("prj");
});

test("a map of a new message is carried by a known one", () => {
  const codec = codecOf<temporal.api.cloud.identity.v1.IAccess>("temporal.api.cloud.identity.v1.Access");
  const access = { projectAccesses: { prj: { role: cloudOpsV1.ProjectRole.PROJECT_ROLE_WRITE } } };
  expect(codec.decode(codec.encode(access)).projectAccesses?.["prj"]?.role).toBe(2);
});

test("a new rpc of a known service has its path, its types and its binding", () => {
  const method = methodOf(`${CLOUD_SERVICE}/SetUserProjectAccess`);
  expect(method.path).toBe(`/${CLOUD_SERVICE}/SetUserProjectAccess`);
  expect(method.bindings).toEqual([
    { method: "POST", path: "/cloud/projects/{project_id}/users/{user_id}/access", body: "*" },
  ]);
  expect(method.request.decode(method.request.encode({ userId: "u" }))).toMatchObject({ userId: "u" });
});
