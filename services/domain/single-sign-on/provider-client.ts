// The client of an account's OpenID Connect provider, the only importer of openid-client. It calls only where
// outbound-http lets it, checks signatures of id tokens, and forgives clocks that differ by a minute.
import {
  allowInsecureRequests,
  clockTolerance,
  ClientSecretPost,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  None,
  type Configuration,
  type CustomFetch,
} from "openid-client";
import { CloudError } from "#shared/errors";
import { sendOutbound, type OutboundPolicy } from "#shared/outbound-http";
import type { ProviderSpec } from "./provider-spec.ts";

const CALL_TIMEOUT_MS = 10_000;
const CLOCK_TOLERANCE_SECONDS = 60;

/** Errors: those of outbound-http, INVALID_ARGUMENT for an answer that is no provider's. */
export async function openClient(of: {
  policy: OutboundPolicy;
  spec: ProviderSpec;
  /** Empty for a public client. */
  clientSecret: string;
}): Promise<Configuration> {
  const { policy, spec, clientSecret } = of;
  const issuer = new URL(spec.issuer);
  const authentication = clientSecret === "" ? None() : ClientSecretPost(clientSecret);
  const metadata = { [clockTolerance]: CLOCK_TOLERANCE_SECONDS };
  const configuration = await discovery(issuer, spec.clientId, metadata, authentication, {
    [customFetch]: fetchWithin(policy),
    timeout: CALL_TIMEOUT_MS / 1_000,
    // Only origins that the operator named may be http; outbound-http refuses all others.
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === "http:" ? [allowInsecureRequests] : [])],
  }).catch((error: unknown) => {
    const inner = cloudErrorIn(error);
    throw (
      inner ??
      new CloudError(
        "INVALID_ARGUMENT",
        "The identity provider's discovery document is not as it should be.",
        {
          cause: error,
          internalDetail: String(error),
        },
      )
    );
  });
  return configuration;
}

function fetchWithin(policy: OutboundPolicy): CustomFetch {
  return async (url, { body, headers, method }) => {
    const answer = await sendOutbound(
      {
        ...{ url, headers, timeoutMs: CALL_TIMEOUT_MS, method: method === "POST" ? "POST" : "GET" },
        body:
          body === undefined || body === null ? "" : new URLSearchParams(body as URLSearchParams).toString(),
      },
      policy,
    );
    return new Response(answer.body, {
      status: answer.status,
      headers: { "content-type": answer.contentType },
    });
  };
}

/** What our own fetch threw, wherever the library put it. */
export function cloudErrorIn(error: unknown): CloudError | undefined {
  let found = error;
  for (let depth = 0; depth < 5 && found instanceof Error; depth += 1) {
    if (found instanceof CloudError) return found;
    found = found.cause;
  }
  return undefined;
}
