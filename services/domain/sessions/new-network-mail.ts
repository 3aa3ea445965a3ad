// The mail that tells of a sign-in from where the person never was, as plain text. Pure.

export function newNetworkMail(input: { publicUrl: string; remoteAddress: string; at: Date }): {
  subject: string;
  text: string;
} {
  return {
    subject: "Somebody signed in from a new place",
    text: [
      `Somebody, hopefully you, signed in to your Cellplane account from ${input.remoteAddress} at ${input.at.toISOString()}.`,
      "",
      `If it was not you, set a new password at once, which ends all sessions: ${input.publicUrl}/forgotten-password`,
      "",
    ].join("\n"),
  };
}
