// Whom a directory may deactivate, delete, or add to a group: its token reaches no further than who made it (T1).
import type { Transaction } from "#domain/database";
import { CloudError } from "#shared/errors";
import type { ScimContext } from "./scim-context.ts";

/** The roles that only owners give and take. */
const OF_OWNERS = ["owner", "finance_admin"];

/** `holder` is a user or a group. Errors: PERMISSION_DENIED. */
export async function checkMayManage(
  tx: Transaction,
  context: ScimContext,
  holder: { accountRole: string },
): Promise<void> {
  if (!OF_OWNERS.includes(holder.accountRole) || context.directory.isOfOwner) return;
  throw new CloudError(
    "PERMISSION_DENIED",
    "This is about the roles owner or finance admin, and the SCIM token was not made by an owner.",
  );
}
