// Names the account's OpenID Connect provider, or changes what is set. Its discovery document is read first, so that a
// mistyped issuer is found now and not when people want to come in.
import { isDeepStrictEqual } from "node:util";
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import type { Transaction } from "#domain/database";
import { mutate, type OperationRow } from "#domain/operations";
import type { IdentityProvider, Prisma } from "#prisma";
import { CloudError, toCloudError } from "#shared/errors";
import type { OutboundPolicy } from "#shared/outbound-http";
import { checkResourceVersion, nothingToChange, specMissing } from "#shared/resource-version";
import { specOf } from "./get-identity-provider.ts";
import { openClient } from "./provider-client.ts";
import { readProviderSpec, refused, type ProviderSpec } from "./provider-spec.ts";

export async function setIdentityProvider(
  context: DomainContext,
  policy: OutboundPolicy,
  request: cloudV1.ISetIdentityProviderRequest,
): Promise<OperationRow> {
  const { accountId } = context.actor;
  if (request.spec == null) throw specMissing();
  const spec = readProviderSpec(request.spec, policy);
  await checkReachable(context, policy, spec);
  const mutation = {
    ...{ action: "cloud.identityprovider.update", operationType: "SetIdentityProvider" },
    operationId: request.asyncOperationId,
    request: { typeName: "cellplane.cloud.v1.SetIdentityProviderRequest", message: request },
    ...{ resourceType: "identityprovider", resourceId: accountId },
  };
  const { operation } = await mutate(context, mutation, async (tx) => {
    const present = await tx.identityProvider.findUnique({ where: { accountId } });
    checkPresent(present, request.resourceVersion);
    const before = present === null ? undefined : specOf(present);
    if (isDeepStrictEqual(before, spec)) throw nothingToChange();
    await checkBreakGlass(tx, accountId, spec);
    await write(tx, context, { present, spec });
    if (spec.ssoRequired && before?.ssoRequired !== true) await endPasswordSessions(tx, accountId, spec);
    return {
      resourceId: accountId,
      ...(before === undefined ? {} : { before: facts(before) }),
      after: facts(spec),
    };
  });
  return operation;
}

/** Errors: INVALID_ARGUMENT naming the issuer. */
async function checkReachable(
  context: DomainContext,
  policy: OutboundPolicy,
  spec: ProviderSpec,
): Promise<void> {
  try {
    await openClient({ policy, spec, clientSecret: "" });
  } catch (error) {
    context.log.info({ err: error, issuer: spec.issuer }, "identity provider not discovered");
    const { code, publicMessage } = toCloudError(error);
    throw refused(
      "issuer",
      code === "INTERNAL" ? "does not answer as a provider" : publicMessage.replace(/\.$/, ""),
    );
  }
}

function checkPresent(present: IdentityProvider | null, version: string | null | undefined): void {
  if (present !== null) return checkResourceVersion(present, version);
  if (version != null && version !== "")
    throw new CloudError("FAILED_PRECONDITION", "There is no identity provider with this version any more.");
}

/** Errors: INVALID_ARGUMENT for who could not come in. */
async function checkBreakGlass(tx: Transaction, accountId: string, spec: ProviderSpec): Promise<void> {
  const id = { in: spec.breakGlassUserIds };
  const found = await tx.user.count({
    where: { ...{ accountId, id, accountRole: "owner", state: "ACTIVE" }, passwordHash: { not: null } },
  });
  if (found < spec.breakGlassUserIds.length)
    throw refused("breakGlassUserIds", "each must be an active owner of the account with a password");
}

/** The client at another issuer is another client: its secret is asked for anew. */
async function write(
  tx: Transaction,
  context: DomainContext,
  { present, spec }: { present: IdentityProvider | null; spec: ProviderSpec },
): Promise<void> {
  const { accountId } = context.actor;
  const now = new Date(context.clock.now());
  const data = { spec: facts(spec), updatedAt: now };
  if (present === null) {
    await tx.identityProvider.create({ data: { accountId, ...data, createdAt: now } });
    return;
  }
  const { issuer, clientId } = specOf(present);
  const isSameClient = issuer === spec.issuer && clientId === spec.clientId;
  await tx.identityProvider.update({
    where: { accountId },
    data: {
      ...data,
      resourceVersion: { increment: 1 },
      ...(isSameClient ? {} : { sealedClientSecret: "" }),
    },
  });
}

/** Whoever came in by a password comes in anew. */
async function endPasswordSessions(tx: Transaction, accountId: string, spec: ProviderSpec): Promise<void> {
  await tx.session.deleteMany({ where: { accountId, userId: { notIn: spec.breakGlassUserIds } } });
}

function facts(spec: ProviderSpec): Prisma.InputJsonObject {
  return { ...spec };
}
