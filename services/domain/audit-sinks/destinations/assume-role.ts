// The credentials of a customer's AWS role, from AWS's token service, with the installation's own identity. The external
// id is the account's, so that nobody else's account of this installation can use the role.
import { AwsV4Signer } from "aws4fetch";
import { CloudError } from "#shared/errors";
import { sendOutbound } from "#shared/outbound-http";
import { checkTaken } from "./answers.ts";
import type { Expiring } from "./expiring-values.ts";

export interface AwsCredentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

const TIMEOUT_MS = 10_000;
const DURATION_SECONDS = 3_600;

export async function assumeRole(request: {
  endpoint: string;
  region: string;
  roleArn: string;
  externalId: string;
  own: AwsCredentials;
}): Promise<Expiring<AwsCredentials>> {
  const body = new URLSearchParams({
    Action: "AssumeRole",
    Version: "2011-06-15",
    RoleArn: request.roleArn,
    RoleSessionName: "cellplane-audit",
    ExternalId: request.externalId,
    DurationSeconds: String(DURATION_SECONDS),
  }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  const signed = await new AwsV4Signer({
    ...request.own,
    url: request.endpoint,
    method: "POST",
    headers,
    body,
    service: "sts",
    region: request.region,
  }).sign();
  const answer = await sendOutbound(
    {
      url: request.endpoint,
      headers: Object.fromEntries(signed.headers),
      body,
      timeoutMs: TIMEOUT_MS,
    },
    { allowedOrigins: new Set([new URL(request.endpoint).origin]) },
  );
  checkTaken(answer, "AWS, asked for the role,", elementOf(answer.body, "Code"));
  const credentials = {
    accessKeyId: elementOf(answer.body, "AccessKeyId"),
    secretAccessKey: elementOf(answer.body, "SecretAccessKey"),
    sessionToken: elementOf(answer.body, "SessionToken"),
  };
  const expiresAt = Date.parse(elementOf(answer.body, "Expiration"));
  if (credentials.accessKeyId !== "" && credentials.secretAccessKey !== "" && expiresAt > 0)
    return { value: credentials, expiresAt };
  throw new CloudError("UNAVAILABLE", "AWS answered the request for the role without credentials.");
}

/** The text of an element of a flat XML answer, whose values are letters, digits and a few signs. */
function elementOf(xml: string, name: string): string {
  return new RegExp(`<${name}>([^<]{1,4096})</${name}>`).exec(xml)?.[1]?.trim() ?? "";
}
