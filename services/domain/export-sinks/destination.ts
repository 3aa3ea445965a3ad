// Where a sink's files go, as it is stored, and what is handed over: one file.

export type ExportDestination =
  | {
      kind: "s3";
      roleName: string;
      bucketName: string;
      region: string;
      /** Empty for none. */
      kmsArn: string;
      awsAccountId: string;
    }
  | { kind: "gcs"; saId: string; bucketName: string; gcpProjectId: string; region: string }
  | {
      kind: "azure_blob";
      tenantId: string;
      storageAccount: string;
      containerName: string;
      region: string;
      subscriptionId: string;
      resourceGroup: string;
    };

export interface ExportFile {
  destination: ExportDestination;
  /** Below the bucket, with slashes; made of ids and times only. */
  key: string;
  body: Uint8Array;
}

/**
 * Writes a file, or writes it again. Errors: CloudError with INVALID_ARGUMENT for what the sink's owner has to change;
 * what else is thrown may pass by itself or is the operator's business.
 */
export type WriteExportFile = (file: ExportFile) => Promise<void>;
