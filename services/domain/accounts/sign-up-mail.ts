// The mails of signing up, as plain text. Pure.

/** The mail with the link that confirms an address. The page behind it asks before it acts: scanners follow links. */
export function confirmationMail(input: { publicUrl: string; token: string; accountName: string }): {
  subject: string;
  text: string;
} {
  return {
    subject: "Confirm your email address",
    text: [
      `Welcome to Cellplane. Somebody, hopefully you, signed up for the account "${input.accountName}" with this address.`,
      "",
      "Follow this link within 24 hours to confirm the address:",
      `${input.publicUrl}/verify-email?token=${input.token}`,
      "",
      "If it was not you, ignore this mail: without the confirmation nothing is made.",
      "",
    ].join("\n"),
  };
}

/** What the owner of a known address gets instead, so that the sign-up page need not tell who is known. */
export function alreadyKnownMail(input: { publicUrl: string }): { subject: string; text: string } {
  return {
    subject: "You already have an account",
    text: [
      "Somebody, hopefully you, tried to sign up for Cellplane with this address, which already has an account.",
      "",
      `Sign in at ${input.publicUrl} instead. If it was not you, there is nothing to do.`,
      "",
    ].join("\n"),
  };
}
