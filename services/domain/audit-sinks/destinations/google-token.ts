// An access token of the customer's Google service account: the installation's own account signs in with its key and
// impersonates it.
import { importPKCS8, SignJWT } from "jose";
import { z } from "zod";
import type { Clock } from "#shared/clock";
import { CloudError } from "#shared/errors";
import { sendOutbound } from "#shared/outbound-http";
import { checkTaken, jsonObject, textOf } from "./answers.ts";
import type { Expiring } from "./expiring-values.ts";

const TIMEOUT_MS = 10_000;
const LIFETIME_SECONDS = 3_600;
const SCOPE = "https://www.googleapis.com/auth/cloud-platform";
const PUBLISH_SCOPE = "https://www.googleapis.com/auth/pubsub";

const keyFile = z.object({
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  token_uri: z.url().default("https://oauth2.googleapis.com/token"),
});
type KeyFile = z.infer<typeof keyFile>;

export async function impersonate(request: {
  /** JSON of the installation's own service account key. */
  credentials: string | undefined;
  iamEndpoint: string;
  /** The address of the customer's service account. */
  serviceAccount: string;
  clock: Clock;
}): Promise<Expiring<string>> {
  const key = readKeyFile(request.credentials);
  const own = await signIn(key, request.clock);
  const path = `/v1/projects/-/serviceAccounts/${encodeURIComponent(request.serviceAccount)}:generateAccessToken`;
  const answer = await post(request.iamEndpoint.replace(/\/$/, "") + path, {
    headers: { "content-type": "application/json", authorization: `Bearer ${own}` },
    body: JSON.stringify({ scope: [PUBLISH_SCOPE], lifetime: `${LIFETIME_SECONDS}s` }),
  });
  const content = jsonObject(answer.body);
  checkTaken(answer, "Google, asked for the service account,", statusOf(content));
  const expiresAt = Date.parse(textOf(content["expireTime"]));
  const token = textOf(content["accessToken"]);
  if (token !== "" && expiresAt > 0) return { value: token, expiresAt };
  throw new CloudError("UNAVAILABLE", "Google answered without a token.");
}

/** What Google names its errors: "PERMISSION_DENIED". */
export function statusOf(content: Record<string, unknown>): string {
  const { error } = content;
  return typeof error === "object" && error !== null ? textOf((error as { status?: unknown }).status) : "";
}

function readKeyFile(credentials: string | undefined): KeyFile {
  const parsed = keyFile.safeParse(credentials === undefined ? undefined : jsonObject(credentials));
  if (parsed.success) return parsed.data;
  throw new CloudError(
    "FAILED_PRECONDITION",
    "This installation has no Google identity: its operator has to configure one.",
  );
}

/** RFC 7523: an assertion signed with the account's key for an access token. */
async function signIn(key: KeyFile, clock: Clock): Promise<string> {
  const now = Math.floor(clock.now() / 1_000);
  const assertion = await new SignJWT({ scope: SCOPE })
    .setProtectedHeader({ alg: "RS256", typ: "JWT" })
    .setIssuer(key.client_email)
    .setAudience(key.token_uri)
    .setIssuedAt(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .sign(await importPKCS8(key.private_key, "RS256"));
  const answer = await post(key.token_uri, {
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      assertion,
    }).toString(),
  });
  const token = textOf(jsonObject(answer.body)["access_token"]);
  if (answer.status === 200 && token !== "") return token;
  // The installation's own sign-in is nothing that the sink's owner could change.
  throw new CloudError(
    "UNAVAILABLE",
    `Google did not accept the installation's own identity (${answer.status}).`,
  );
}

function post(url: string, request: { headers: Record<string, string>; body: string }) {
  return sendOutbound(
    { url, ...request, timeoutMs: TIMEOUT_MS },
    { allowedOrigins: new Set([new URL(url).origin]) },
  );
}
