// Completes a sign-in with what the provider sent back by the browser, and opens the session. Every end of it is in the
// account's audit trail. The second factor is the provider's business.
import { authorizationCodeGrant, fetchUserInfo, type Configuration, type IDToken } from "openid-client";
import { appendAudit, recordFailure } from "#domain/audit";
import { databaseOf, type Actor, type DomainContext } from "#domain/context";
import { resolveActor } from "#domain/roles";
import { openSession, type SignedIn } from "#domain/sessions";
import type { SsoSignIn } from "#prisma";
import { CloudError } from "#shared/errors";
import type { OutboundPolicy } from "#shared/outbound-http";
import { findPerson } from "./find-person.ts";
import { findProvider, redirectUrlOf, secretPurpose, specOf } from "./get-identity-provider.ts";
import { takePending, type Checks } from "./pending-sign-in.ts";
import { cloudErrorIn, openClient } from "./provider-client.ts";
import type { ProviderSpec } from "./provider-spec.ts";
import { readPerson, type Person } from "./read-claims.ts";

const QUERY_LENGTH_MAX = 8_000;
const ENTRY = { action: "cloud.session.create", operation: "CompleteSingleSignOn", resourceType: "session" };

interface Completed {
  callbackQuery: string;
  browserSecret: string;
  previousSessionId: string | undefined;
}

/** Errors: INVALID_ARGUMENT, UNAUTHENTICATED, PERMISSION_DENIED, UNAVAILABLE. */
export async function completeSingleSignOn(
  context: DomainContext,
  policy: OutboundPolicy,
  input: Completed,
): Promise<SignedIn & { returnTo: string }> {
  if (input.callbackQuery.length > QUERY_LENGTH_MAX)
    throw new CloudError("INVALID_ARGUMENT", "callback_query is too long.", { field: "callbackQuery" });
  const query = new URLSearchParams(input.callbackQuery);
  const { browserSecret } = input;
  const pending = await takePending(context, { state: query.get("state") ?? "", browserSecret });
  const acting = contextFor(context, pending.accountId);
  try {
    const row = await findProvider(context.database.query, pending.accountId);
    const spec = specOf(row);
    if (spec.issuer !== pending.issuer) throw unauthenticated("The identity provider was changed meanwhile.");
    const clientSecret =
      row.sealedClientSecret === ""
        ? ""
        : context.envelope.open(row.sealedClientSecret, secretPurpose(row.accountId)).toString("utf8");
    const client = await openClient({ policy, spec, clientSecret });
    const url = new URL(`${redirectUrlOf(context.installation)}?${query.toString()}`);
    const person = await askProvider(client, { url, pending, spec, state: query.get("state") ?? "" });
    const signedIn = await enter(acting, { spec, person, previousSessionId: input.previousSessionId });
    await context.jobs.wake("mail");
    return { ...signedIn, returnTo: pending.returnTo };
  } catch (error) {
    await recordFailure(acting, ENTRY, error);
    throw error;
  }
}

/** Rows of the account only, under a name that says by which way somebody came. */
function contextFor(context: DomainContext, accountId: string): DomainContext {
  const actor: Actor = {
    ...{ accountId, principalType: "directory", principalId: "", principalName: "single sign-on" },
    can: () => false,
  };
  return { ...context, actor, database: databaseOf(context.database, actor) };
}

/** The code for tokens, and what they say. Errors: UNAUTHENTICATED, and those of the call. */
async function askProvider(
  client: Configuration,
  asked: { url: URL; pending: SsoSignIn & Checks; spec: ProviderSpec; state: string },
): Promise<Person> {
  const { url, pending, spec, state } = asked;
  try {
    const tokens = await authorizationCodeGrant(client, url, {
      pkceCodeVerifier: pending.codeVerifier,
      expectedNonce: pending.nonce,
      expectedState: state,
      idTokenExpected: true,
    });
    const claims: IDToken | undefined = tokens.claims();
    if (claims === undefined) throw unauthenticated("The identity provider sent no id token.");
    const isInfoNeeded =
      claims[spec.emailClaim] === undefined && client.serverMetadata().userinfo_endpoint !== undefined;
    const info = isInfoNeeded ? await fetchUserInfo(client, tokens.access_token, claims.sub) : {};
    return readPerson({ ...info, ...claims }, spec);
  } catch (error) {
    throw cloudErrorIn(error) ?? unauthenticated("The identity provider's answer was not accepted.", error);
  }
}

async function enter(
  context: DomainContext,
  entering: { spec: ProviderSpec; person: Person; previousSessionId: string | undefined },
): Promise<SignedIn> {
  const { spec, person, previousSessionId } = entering;
  const { accountId } = context.actor;
  return context.database.transaction(async (tx) => {
    const { user, isNew } = await findPerson(tx, context, { spec, person });
    const key = { accountId, principalType: "user", principalId: user.id } as const;
    const actor = await resolveActor(tx, key);
    if (actor === undefined) throw new CloudError("PERMISSION_DENIED", "Your user is deactivated.");
    if (isNew) {
      const made = { action: "cloud.user.create", operation: "CompleteSingleSignOn", resourceType: "user" };
      const after = { email: user.email, accountRole: user.accountRole };
      await appendAudit(tx, context, { ...made, status: "OK", resourceId: user.id, after });
    }
    await appendAudit(tx, { ...context, actor }, { ...ENTRY, status: "OK", after: { issuer: spec.issuer } });
    return openSession(tx, context, user, previousSessionId, true);
  });
}

function unauthenticated(why: string, cause?: unknown): CloudError {
  return new CloudError("UNAUTHENTICATED", `${why} Begin again.`, {
    ...(cause === undefined ? {} : { cause, internalDetail: String(cause) }),
  });
}
