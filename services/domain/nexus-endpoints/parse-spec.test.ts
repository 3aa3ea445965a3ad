// The rules of an endpoint's spec, each with the field it names.
import { expect, test } from "vitest";
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import { descriptionPayload } from "./description.ts";
import { parseSpec, type PublicSpec } from "./parse-spec.ts";

const caller = (namespaceId: string): temporal.api.cloud.nexus.v1.IEndpointPolicySpec => ({
  allowedCloudNamespacePolicySpec: { namespaceId },
});
const target = (taskQueue: string, namespaceId = "pay.acme"): PublicSpec => ({
  targetSpec: { workerTargetSpec: { namespaceId, taskQueue } },
});
const good: PublicSpec = {
  name: "Payments-v1",
  ...target("pay"),
  policySpecs: [caller("shop.acme"), caller("pay.acme")],
  description: descriptionPayload("# Pay\n*now*"),
};
const payload = (encoding: string, data: string): temporal.api.common.v1.IPayload => ({
  metadata: { encoding: Buffer.from(encoding) },
  data: Buffer.from(data),
});

test("a whole spec is kept: name, target, callers in their order, description as text", () => {
  expect(parseSpec(good)).toEqual({
    name: "Payments-v1",
    target: { namespace: "pay.acme", taskQueue: "pay" },
    callers: ["shop.acme", "pay.acme"],
    description: "# Pay\n*now*",
  });
});

test("callers and description may be left out, and older clients describe in plain text", () => {
  const { callers, description } = parseSpec({ name: "ab", ...target("q"), descriptionDeprecated: "old" });
  expect([callers, description]).toEqual([[], "old"]);
});

test.each<[string, PublicSpec, string]>([
  ["no name", { name: "" }, "spec.name"],
  ["a name of one letter", { name: "a" }, "spec.name"],
  ["a name with an underscore", { name: "pay_ments" }, "spec.name"],
  ["a name that begins with a digit", { name: "1pay" }, "spec.name"],
  ["a name that ends with a hyphen", { name: "pay-" }, "spec.name"],
  ["a name with a line end", { name: "payments\n" }, "spec.name"],
  ["a name that is too long", { name: "a".repeat(201) }, "spec.name"],
  ["no target", { targetSpec: null }, "spec.targetSpec"],
  ["a target of no kind", { targetSpec: {} }, "spec.targetSpec"],
  ["no namespace", target("q", ""), "spec.targetSpec.workerTargetSpec.namespaceId"],
  ["no task queue", target(""), "spec.targetSpec.workerTargetSpec.taskQueue"],
  ["a long task queue", target("q".repeat(1_001)), "spec.targetSpec.workerTargetSpec.taskQueue"],
  ["a reserved task queue", target("/_sys/q"), "spec.targetSpec.workerTargetSpec.taskQueue"],
  ["a policy of no kind", { policySpecs: [caller("a.b"), {}] }, "spec.policySpecs[1]"],
  ["a caller twice", { policySpecs: [caller("a.b"), caller("a.b")] }, "spec.policySpecs"],
  [
    "too many callers",
    { policySpecs: Array.from({ length: 1_001 }, (_none, index) => caller(`n${index}.acme`)) },
    "spec.policySpecs",
  ],
  ["an encrypted description", { description: payload("binary/encrypted", "x") }, "spec.description"],
  ["a description that is no JSON", { description: payload("json/plain", "{") }, "spec.description"],
  ["a description that is no text", { description: payload("json/plain", "{}") }, "spec.description"],
  [
    "a long description",
    { description: payload("json/plain", JSON.stringify("x".repeat(20_001))) },
    "spec.description",
  ],
])("%s is refused by the name of its field", (_, change, field) => {
  const parse = (): unknown => parseSpec({ ...good, ...change });
  expect(parse).toThrow(CloudError);
  expect(parse).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", field }) as Error);
});
