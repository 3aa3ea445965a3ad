// Reads the account's OpenID Connect provider. Its secret is never shown.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { signInUrlOf } from "#domain/sign-in-rules";
import type { IdentityProvider } from "#prisma";
import { CloudError } from "#shared/errors";
import { resourceVersionOf } from "#shared/resource-version";
import type { ProviderSpec } from "./provider-spec.ts";

/** Errors: NOT_FOUND when the account has none. */
export async function getIdentityProvider(context: DomainContext): Promise<cloudV1.IIdentityProvider> {
  const { accountId } = context.actor;
  const row = await findProvider(context.database.query, accountId);
  return {
    spec: specOf(row),
    hasClientSecret: row.sealedClientSecret !== "",
    resourceVersion: resourceVersionOf(row),
    signInUrl: signInUrlOf(context.installation, accountId),
    redirectUrl: redirectUrlOf(context.installation),
  };
}

/** Errors: NOT_FOUND. */
export async function findProvider(tx: Transaction, accountId: string): Promise<IdentityProvider> {
  const row = await tx.identityProvider.findUnique({ where: { accountId } });
  if (row !== null) return row;
  throw new CloudError("NOT_FOUND", "The account has no identity provider for single sign-on.");
}

export function specOf(row: IdentityProvider): ProviderSpec {
  // The column holds only what `readProviderSpec` answered.
  return row.spec as unknown as ProviderSpec;
}

export function redirectUrlOf(installation: DomainContext["installation"]): string {
  return `${installation.publicUrl}/sso/callback`;
}

/** What the client secret is sealed for. */
export function secretPurpose(accountId: string): string {
  return `identity-provider:${accountId}`;
}
