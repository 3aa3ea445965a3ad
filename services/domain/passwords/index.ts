// The door of passwords: forgotten ones, and changing one's own. Hashes and rules are those of users.
export { requestPasswordReset, PASSWORD_RESET_ANSWER } from "./request-password-reset.ts";
export { resetPassword } from "./reset-password.ts";
export { changePassword } from "./change-password.ts";
export { sweepPasswordResets } from "./sweep-password-resets.ts";
