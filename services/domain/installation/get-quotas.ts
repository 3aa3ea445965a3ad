// The limits that hold for an account, and who set them. Customers see their own; operators see everybody's.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { listQuotaSettings, QUOTA_NAMES, QUOTAS, WHOLE_INSTALLATION } from "#domain/quotas";
import { CloudError } from "#shared/errors";

/** Errors: NOT_FOUND for an account that is unknown or not the caller's. */
export async function getQuotas(
  context: DomainContext,
  request: cloudV1.IGetQuotasRequest,
): Promise<cloudV1.IGetQuotasResponse> {
  const accountId = await accountOf(context, request.accountId ?? "");
  const settings = await listQuotaSettings(context.database.query, accountId);
  const quotas = QUOTA_NAMES.map((name): cloudV1.IQuota => {
    const own = settings.find((row) => row.name === name && row.scope === accountId);
    const wide = settings.find((row) => row.name === name && row.scope === WHOLE_INSTALLATION);
    const holds = own ?? wide;
    return {
      name,
      description: QUOTAS[name].noun,
      max: holds?.max ?? QUOTAS[name].max,
      builtInMax: QUOTAS[name].max,
      setFor: holds === undefined ? "" : holds.scope === WHOLE_INSTALLATION ? "installation" : "account",
      resourceVersion: own === undefined ? "" : String(own.resourceVersion),
    };
  });
  return { quotas };
}

async function accountOf({ actor, database }: DomainContext, wanted: string): Promise<string> {
  if (actor.principalType !== "operator") {
    if (wanted === "" || wanted === actor.accountId) return actor.accountId;
  } else {
    if (wanted === WHOLE_INSTALLATION) return wanted;
    if ((await database.query.account.findUnique({ where: { id: wanted } })) !== null) return wanted;
  }
  throw new CloudError("NOT_FOUND", "There is no account with this id.", { field: "accountId" });
}
