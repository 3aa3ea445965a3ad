// A sink's spec as read from the public message: every rule that needs nothing but the spec. Pure. Whether the bucket is
// there is found out by validation and by export: infrastructure is often written down before it exists.
import type { temporal } from "#contracts";
import { CloudError } from "#shared/errors";
import type { ExportDestination } from "./destination.ts";

export type PublicSpec = temporal.api.cloud.namespace.v1.IExportSinkSpec;

export interface SinkInput {
  name: string;
  enabled: boolean;
  destination: ExportDestination;
}

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_-]{0,63}$/;
/** The rules of the clouds for the names of their things. */
const ROLE_NAME = /^[\w+=,.@-]{1,64}$/;
const S3_BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const GCS_BUCKET = /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/;
const IPV4 = /^\d{1,3}(\.\d{1,3}){3}$/;
const AWS_REGION = /^[a-z]{2,}(-[a-z]+){1,3}-\d{1,2}$/;
const CLOUD_REGION = /^[a-z][a-z0-9-]{1,48}[a-z0-9]$/;
const AWS_ACCOUNT = /^\d{12}$/;
const KMS_ARN = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(key|alias)\/[a-zA-Z0-9/_-]{1,256}$/;
const GCP_ID = /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/;
const UUID = /^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/;
const STORAGE_ACCOUNT = /^[a-z0-9]{3,24}$/;
const CONTAINER = /^(?!.*--)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/;
const RESOURCE_GROUP = /^[\w().-]{0,89}[\w()-]$/;

/** Errors: INVALID_ARGUMENT naming the field and the rule. */
export function readSinkSpec(spec: PublicSpec | null | undefined): SinkInput {
  if (spec == null) throw refused("spec", "is required");
  const name = readSinkName(spec.name, "spec.name");
  const given = [spec.s3, spec.gcs, spec.azureBlob].filter((one) => one != null);
  if (given.length !== 1) throw refused("spec", "must have exactly one of s3, gcs and azure_blob");
  return { name, enabled: spec.enabled === true, destination: readDestination(spec) };
}

/** Errors: INVALID_ARGUMENT. */
export function readSinkName(name: string | null | undefined, field: string): string {
  const rule = "must have 1 to 64 letters, digits, - and _, and begin with a letter or digit";
  return matching(name, NAME, { field, rule });
}

function readDestination({ s3, gcs, azureBlob }: PublicSpec): ExportDestination {
  if (s3 != null) return readS3(s3);
  if (gcs != null) return readGcs(gcs);
  return readAzureBlob(azureBlob ?? {});
}

function readS3(s3: temporal.api.cloud.sink.v1.IS3Spec): ExportDestination {
  const kmsArn = s3.kmsArn ?? "";
  if (kmsArn !== "" && !KMS_ARN.test(kmsArn)) throw refused("spec.s3.kmsArn", "must be the ARN of a KMS key");
  return {
    kind: "s3",
    roleName: matching(s3.roleName, ROLE_NAME, {
      field: "spec.s3.roleName",
      rule: "must be the name of an IAM role, not its ARN",
    }),
    bucketName: bucket(s3.bucketName, S3_BUCKET, "spec.s3.bucketName"),
    region: matching(s3.region, AWS_REGION, {
      field: "spec.s3.region",
      rule: "must be an AWS region like us-east-1",
    }),
    kmsArn,
    awsAccountId: matching(s3.awsAccountId, AWS_ACCOUNT, {
      field: "spec.s3.awsAccountId",
      rule: "must have 12 digits",
    }),
  };
}

function readGcs(gcs: temporal.api.cloud.sink.v1.IGCSSpec): ExportDestination {
  const rule = "must have 6 to 30 lower-case letters, digits and hyphens and begin with a letter";
  return {
    kind: "gcs",
    saId: matching(gcs.saId, GCP_ID, { field: "spec.gcs.saId", rule }),
    bucketName: bucket(gcs.bucketName, GCS_BUCKET, "spec.gcs.bucketName"),
    gcpProjectId: matching(gcs.gcpProjectId, GCP_ID, { field: "spec.gcs.gcpProjectId", rule }),
    region: matching(gcs.region, CLOUD_REGION, {
      field: "spec.gcs.region",
      rule: "must be a region like us-central1",
    }),
  };
}

function readAzureBlob(azure: temporal.api.cloud.sink.v1.IAzureBlobSpec): ExportDestination {
  const field = (name: string): string => `spec.azureBlob.${name}`;
  return {
    kind: "azure_blob",
    tenantId: matching(azure.tenantId, UUID, { field: field("tenantId"), rule: "must be a UUID" }),
    storageAccount: matching(azure.storageAccount, STORAGE_ACCOUNT, {
      field: field("storageAccount"),
      rule: "must have 3 to 24 lower-case letters and digits",
    }),
    containerName: matching(azure.containerName, CONTAINER, {
      field: field("containerName"),
      rule: "must have 3 to 63 lower-case letters, digits and single hyphens",
    }),
    region: matching(azure.region, CLOUD_REGION, {
      field: field("region"),
      rule: "must be a region like eastus",
    }),
    subscriptionId: matching(azure.subscriptionId, UUID, {
      field: field("subscriptionId"),
      rule: "must be a UUID",
    }),
    resourceGroup: matching(azure.resourceGroup, RESOURCE_GROUP, {
      field: field("resourceGroup"),
      rule: "must be the name of a resource group",
    }),
  };
}

/** A bucket's name is part of an address: neither a step up in a path nor an IP address. */
function bucket(name: string | null | undefined, rule: RegExp, field: string): string {
  const text = "must be a bucket's name: 3 to 63 lower-case letters, digits, dots and hyphens";
  const given = matching(name, rule, { field, rule: text });
  if (given.includes("..") || IPV4.test(given)) throw refused(field, text);
  return given;
}

function matching(
  value: string | null | undefined,
  pattern: RegExp,
  { field, rule }: { field: string; rule: string },
): string {
  const given = value ?? "";
  if (pattern.test(given)) return given;
  throw refused(field, rule);
}

function refused(field: string, rule: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", `${field}: ${rule}.`, { field });
}
