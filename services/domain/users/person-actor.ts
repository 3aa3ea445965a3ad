// A person who acts by a link of a mail: named in the audit trail, allowed nothing else.
import type { Actor } from "#domain/context";
import type { User } from "#prisma";

export function personActor(user: Pick<User, "id" | "accountId" | "email">): Actor {
  return {
    accountId: user.accountId,
    principalType: "user",
    principalId: user.id,
    principalName: user.email,
    can: () => false,
  };
}
