// Who passkeys are made for: this installation, by the name and origin of its public address.
import type { DomainContext } from "#domain/context";
import { CloudError } from "#shared/errors";

const RESPONSE_LENGTH_MAX = 20_000;

export function relyingParty({ installation }: Pick<DomainContext, "installation">) {
  const { hostname, origin } = new URL(installation.publicUrl);
  return { expectedRPID: hostname, expectedOrigin: origin };
}

/** The browser's answer. Errors: INVALID_ARGUMENT for what is no such answer. */
export function readResponse<Response extends { id: string }>(json: string): Response {
  try {
    const value = json.length > RESPONSE_LENGTH_MAX ? undefined : (JSON.parse(json) as unknown);
    if (typeof value === "object" && value !== null && "id" in value && typeof value.id === "string")
      // The library checks the rest.
      return value as Response;
  } catch {
    // Said below.
  }
  throw new CloudError("INVALID_ARGUMENT", "response_json must be what the browser answered, as JSON.", {
    field: "responseJson",
  });
}
