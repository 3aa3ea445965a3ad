// The rules of an export sink's spec, each with the field it names.
import { expect, test } from "vitest";
import { readSinkSpec, type PublicSpec } from "./read-sink-spec.ts";

const s3 = {
  roleName: "export-role",
  bucketName: "acme-histories",
  region: "us-east-1",
  kmsArn: "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  awsAccountId: "123456789012",
};
const gcs = {
  saId: "export-writer",
  bucketName: "acme_histories",
  gcpProjectId: "acme-prod",
  region: "us-central1",
};
const azureBlob = {
  tenantId: "11111111-2222-3333-4444-555555555555",
  storageAccount: "acmehistories",
  containerName: "histories",
  region: "eastus",
  subscriptionId: "11111111-2222-3333-4444-555555555555",
  resourceGroup: "acme.prod_(eu)",
};

test.each<[string, PublicSpec, object]>([
  ["S3", { s3 }, { kind: "s3", ...s3 }],
  ["S3 without a key", { s3: { ...s3, kmsArn: "" } }, { kind: "s3", ...s3, kmsArn: "" }],
  ["GCS", { gcs }, { kind: "gcs", ...gcs }],
  ["Azure Blob", { azureBlob }, { kind: "azure_blob", ...azureBlob }],
])("a whole spec for %s is kept", (_, destination, expected) => {
  expect(readSinkSpec({ name: "all-1", enabled: true, ...destination })).toEqual({
    name: "all-1",
    enabled: true,
    destination: expected,
  });
});

test.each<[string, PublicSpec | undefined, string]>([
  ["no spec", undefined, "spec"],
  ["no destination", { name: "a" }, "spec"],
  ["two destinations", { name: "a", s3, gcs }, "spec"],
  ["no name", { s3 }, "spec.name"],
  ["a name with a slash", { name: "a/b", s3 }, "spec.name"],
  ["a long name", { name: "a".repeat(65), s3 }, "spec.name"],
  ["a role's ARN", { name: "a", s3: { ...s3, roleName: "arn:aws:iam::1:role/x" } }, "spec.s3.roleName"],
  ["no role", { name: "a", s3: { ...s3, roleName: "" } }, "spec.s3.roleName"],
  ["no bucket", { name: "a", s3: { ...s3, bucketName: "" } }, "spec.s3.bucketName"],
  ["a bucket that steps up", { name: "a", s3: { ...s3, bucketName: "a/../b" } }, "spec.s3.bucketName"],
  ["a bucket of dots", { name: "a", s3: { ...s3, bucketName: "a..b" } }, "spec.s3.bucketName"],
  ["a bucket with a query", { name: "a", s3: { ...s3, bucketName: "abc?acl" } }, "spec.s3.bucketName"],
  ["a bucket like an address", { name: "a", s3: { ...s3, bucketName: "10.0.0.1" } }, "spec.s3.bucketName"],
  ["no region", { name: "a", s3: { ...s3, region: "" } }, "spec.s3.region"],
  ["a region that is none", { name: "a", s3: { ...s3, region: "us-east-1.evil.org/" } }, "spec.s3.region"],
  ["a key that is no ARN", { name: "a", s3: { ...s3, kmsArn: "key" } }, "spec.s3.kmsArn"],
  ["an account of letters", { name: "a", s3: { ...s3, awsAccountId: "acme" } }, "spec.s3.awsAccountId"],
  ["no service account", { name: "a", gcs: { ...gcs, saId: "" } }, "spec.gcs.saId"],
  ["a bad project", { name: "a", gcs: { ...gcs, gcpProjectId: "A" } }, "spec.gcs.gcpProjectId"],
  ["a bad GCS bucket", { name: "a", gcs: { ...gcs, bucketName: "A" } }, "spec.gcs.bucketName"],
  ["a bad GCS region", { name: "a", gcs: { ...gcs, region: "/" } }, "spec.gcs.region"],
  ["a bad tenant", { name: "a", azureBlob: { ...azureBlob, tenantId: "x" } }, "spec.azureBlob.tenantId"],
  [
    "a bad storage account",
    { name: "a", azureBlob: { ...azureBlob, storageAccount: "A-b" } },
    "spec.azureBlob.storageAccount",
  ],
  [
    "a bad container",
    { name: "a", azureBlob: { ...azureBlob, containerName: "a--b" } },
    "spec.azureBlob.containerName",
  ],
  [
    "a resource group that ends with a dot",
    { name: "a", azureBlob: { ...azureBlob, resourceGroup: "a." } },
    "spec.azureBlob.resourceGroup",
  ],
])("%s is refused by the name of its field", (_, spec, field) => {
  const expected = expect.objectContaining({ code: "INVALID_ARGUMENT", field }) as Error;
  expect(() => readSinkSpec(spec)).toThrow(expected);
});
