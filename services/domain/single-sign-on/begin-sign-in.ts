// Begins a sign-in at the account's provider: with PKCE, a state and a nonce of its own, and a secret for the browser,
// without which what comes back is worth nothing.
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from "openid-client";
import { networkOf, spendAttempt } from "#domain/attempts";
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";
import { hashToken } from "#shared/link-token";
import type { OutboundPolicy } from "#shared/outbound-http";
import { findProvider, redirectUrlOf, specOf } from "./get-identity-provider.ts";
import { checksPurpose, PENDING_LIFETIME_MS, type Checks } from "./pending-sign-in.ts";
import { openClient } from "./provider-client.ts";

const SECRET_BYTES = 32;
const RETURN_TO_LENGTH_MAX = 1_000;
/** Each makes us call the provider: nobody floods it through us. */
const BEGUN_PER_NETWORK = { max: 100, windowMs: 15 * 60_000 };
const SCOPE = "openid email profile";

/** Errors: NOT_FOUND, INVALID_ARGUMENT for a return to elsewhere, RESOURCE_EXHAUSTED, UNAVAILABLE. */
export async function beginSingleSignOn(
  context: DomainContext,
  policy: OutboundPolicy,
  input: { accountId: string; returnTo: string },
): Promise<{ authorizationUrl: string; browserSecret: string }> {
  const returnTo = readReturnTo(input.returnTo, context.installation.publicUrl);
  const now = context.clock.now();
  const { query } = context.database;
  const subject = `sso:network:${networkOf(context.remoteAddress)}`;
  await spendAttempt(query, { subject, limit: BEGUN_PER_NETWORK, now });
  const row = await findProvider(query, input.accountId);
  const spec = specOf(row);
  const client = await openClient({ policy, spec, clientSecret: "" });
  const secret = (): string => context.ids.secret(SECRET_BYTES);
  const [state, browserSecret] = [secret(), secret()];
  const checks: Checks = { nonce: secret(), codeVerifier: secret() };
  const stateHash = hashToken(state);
  await query.ssoSignIn.create({
    data: {
      ...{
        stateHash,
        accountId: row.accountId,
        browserHash: hashToken(browserSecret),
        issuer: spec.issuer,
        returnTo,
      },
      sealedChecks: context.envelope.seal(JSON.stringify(checks), checksPurpose(stateHash)),
      createdAt: new Date(now),
      expiresAt: new Date(now + PENDING_LIFETIME_MS),
    },
  });
  const url = buildAuthorizationUrl(client, {
    ...{ redirect_uri: redirectUrlOf(context.installation), scope: SCOPE, state, nonce: checks.nonce },
    code_challenge: await calculatePKCECodeChallenge(checks.codeVerifier),
    code_challenge_method: "S256",
  });
  return { authorizationUrl: url.href, browserSecret };
}

/** A path of ours: no sign-in leads people to another site (open redirect). */
function readReturnTo(text: string, publicUrl: string): string {
  if (text === "") return "/";
  const isPath = /^\/(?![/\\])[^\\\p{Cc}\s]*$/u.test(text) && text.length <= RETURN_TO_LENGTH_MAX;
  if (isPath && new URL(text, publicUrl).origin === new URL(publicUrl).origin) return text;
  throw new CloudError("INVALID_ARGUMENT", "return_to must be a path of this site, such as /namespaces.", {
    field: "returnTo",
  });
}
