// What the operator says about exports: a folder that takes all, or endpoints and keys for buckets. The same variables for
// every process that writes files.
import { isAbsolute } from "node:path";
import { z } from "zod";

export const exportSettings = z.object({
  /** When set, every sink writes below it, whatever its kind: <kind>/<bucket>/... */
  exportFolder: z.string().refine(isAbsolute, "must be an absolute path").optional(),
  /** S3 or what speaks its protocol; buckets are in the path. "{region}" stands for the sink's region. */
  exportS3Endpoint: z.url().default("https://s3.{region}.amazonaws.com"),
  exportS3AccessKeyId: z.string().optional(),
  exportS3SecretAccessKey: z.string().optional(),
  /** Google Cloud Storage takes the protocol of S3 with HMAC keys. */
  exportGcsEndpoint: z.url().default("https://storage.googleapis.com"),
  exportGcsAccessKeyId: z.string().optional(),
  exportGcsSecretAccessKey: z.string().optional(),
});
export type ExportSettings = z.infer<typeof exportSettings>;
