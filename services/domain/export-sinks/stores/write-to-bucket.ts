// Puts an object into a bucket by S3's protocol, signed with Signature Version 4.
import { AwsV4Signer } from "aws4fetch";
import { CloudError } from "#shared/errors";
import { sendOutbound, type OutboundAnswer } from "#shared/outbound-http";

const TIMEOUT_MS = 30_000;
const CODE = /<Code>([A-Za-z0-9]{1,64})<\/Code>/;
/** What the sink's owner can mend; the rest is ours or passes. */
const OWNERS: ReadonlySet<string> = new Set([
  "NoSuchBucket",
  "AccessDenied",
  "PermanentRedirect",
  "InvalidBucketName",
  "AllAccessDisabled",
  "KMS.NotFoundException",
  "KMS.DisabledException",
]);

export interface BucketObject {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
  region: string;
  bucket: string;
  /** Empty for none. */
  kmsArn: string;
  key: string;
  body: Uint8Array;
}

/** Repeatable: an object of the same key is replaced. Errors: INVALID_ARGUMENT for the owner, else UNAVAILABLE. */
export async function writeToBucket(object: BucketObject): Promise<void> {
  const { endpoint, bucket, key, body, region, kmsArn } = object;
  const signed = await new AwsV4Signer({
    accessKeyId: object.accessKeyId,
    secretAccessKey: object.secretAccessKey,
    url: `${endpoint.replace(/\/$/, "")}/${bucket}/${key}`,
    method: "PUT",
    headers: {
      "content-type": "application/octet-stream",
      ...(kmsArn === ""
        ? {}
        : {
            "x-amz-server-side-encryption": "aws:kms",
            "x-amz-server-side-encryption-aws-kms-key-id": kmsArn,
          }),
    },
    body: Buffer.from(body),
    service: "s3",
    region,
    allHeaders: true,
  }).sign();
  const answer = await sendOutbound(
    {
      url: signed.url.href,
      method: "PUT",
      headers: Object.fromEntries(signed.headers),
      body,
      timeoutMs: TIMEOUT_MS,
    },
    // The operator's own endpoint; a tenant chooses nothing but the bucket's name in its path.
    { allowedOrigins: new Set([signed.url.origin]) },
  );
  checkPut(answer, bucket);
}

function checkPut({ status, body }: OutboundAnswer, bucket: string): void {
  if (status >= 200 && status < 300) return;
  const code = CODE.exec(body)?.[1] ?? "";
  if (OWNERS.has(code))
    throw new CloudError("INVALID_ARGUMENT", `The bucket ${bucket} does not take the file (${code}).`);
  const why = code === "" ? `status ${status}` : code;
  throw new CloudError("UNAVAILABLE", `The object store answered ${why}.`);
}
