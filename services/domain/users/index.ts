// The door of users: people of an account.
export { readEmail } from "./email.ts";
export { checkPassword } from "./password-rules.ts";
export { hashPassword, verifyPassword } from "./password-hash.ts";
export { getUser, getUsers } from "./get-users.ts";
export { createUser, insertUser, type NewUser } from "./create-user.ts";
export { updateUser } from "./update-user.ts";
export { deleteUser, removeUser } from "./delete-user.ts";
export { acceptInvitation } from "./accept-invitation.ts";
export { resendInvitation } from "./resend-invitation.ts";
export { personActor } from "./person-actor.ts";
export { checkOwnPassword, PASSWORD_FAILURES_PER_PERSON, personFrom } from "./check-own-password.ts";
export { restoreUser, suspendUser } from "./suspend-user.ts";
export { changeStanding } from "./change-standing.ts";
export { namespaceAdministrators } from "./namespace-administrators.ts";
export { checkNotLastOwner } from "./last-owner.ts";
