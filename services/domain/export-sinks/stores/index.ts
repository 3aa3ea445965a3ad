// Writes a file to whatever the operator configured for its kind of destination.
import { CloudError } from "#shared/errors";
import type { ExportFile, WriteExportFile } from "../destination.ts";
import type { ExportSettings } from "../export-settings.ts";
import { writeToBucket } from "./write-to-bucket.ts";
import { writeToFolder } from "./write-to-folder.ts";

export function createExportWriter(settings: ExportSettings): WriteExportFile {
  return (file) => {
    if (settings.exportFolder !== undefined) return writeToFolder(settings.exportFolder, file);
    return writeToCloud(settings, file);
  };
}

async function writeToCloud(settings: ExportSettings, { destination, key, body }: ExportFile): Promise<void> {
  switch (destination.kind) {
    case "s3":
      return writeToBucket({
        endpoint: settings.exportS3Endpoint.replace("{region}", destination.region),
        accessKeyId: configured(settings.exportS3AccessKeyId, "S3"),
        secretAccessKey: configured(settings.exportS3SecretAccessKey, "S3"),
        region: destination.region,
        bucket: destination.bucketName,
        kmsArn: destination.kmsArn,
        key,
        body,
      });
    case "gcs":
      return writeToBucket({
        endpoint: settings.exportGcsEndpoint,
        accessKeyId: configured(settings.exportGcsAccessKeyId, "Google Cloud Storage"),
        secretAccessKey: configured(settings.exportGcsSecretAccessKey, "Google Cloud Storage"),
        region: destination.region,
        bucket: destination.bucketName,
        kmsArn: "",
        key,
        body,
      });
    case "azure_blob":
      throw unconfigured("Azure Blob Storage");
  }
}

function configured(value: string | undefined, what: string): string {
  if (value !== undefined) return value;
  throw unconfigured(what);
}

function unconfigured(what: string): CloudError {
  return new CloudError(
    "FAILED_PRECONDITION",
    `This installation does not write to ${what}: its operator has to configure it, or a folder for all exports.`,
  );
}
