// The door of users: people of an account.
export { readEmail } from "./email.ts";
export { checkPassword } from "./password-rules.ts";
export { hashPassword, verifyPassword } from "./password-hash.ts";
export { getUser, getUsers } from "./get-users.ts";
export { toUser } from "./user.ts";
