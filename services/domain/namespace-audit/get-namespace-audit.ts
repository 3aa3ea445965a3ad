// Whether acts upon what runs in a namespace are recorded. Off unless it was turned on.
import type { cloudV1 } from "#contracts";
import type { DomainContext } from "#domain/context";
import { findNamespace } from "#domain/namespaces";
import { resourceVersionOf } from "#shared/resource-version";

/** Before the first change. */
export const NEVER_CHANGED = { enabled: false, resourceVersion: 0 };

export async function getNamespaceAudit(
  context: DomainContext,
  namespace: string,
): Promise<cloudV1.INamespaceAudit> {
  const { query } = context.database;
  const row = await findNamespace(context, query, { namespace, action: "cloud.namespace.get" });
  const where = { namespaceId: row.namespaceId };
  const audit = (await query.namespaceAudit.findUnique({ where })) ?? NEVER_CHANGED;
  return { namespace: row.id, enabled: audit.enabled, resourceVersion: resourceVersionOf(audit) };
}
