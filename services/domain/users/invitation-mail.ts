// The mail that invites a person, as plain text. The page behind its link asks before it acts: scanners follow links.
// Pure.

export function invitationMail(input: {
  publicUrl: string;
  token: string;
  accountName: string;
  inviter: string;
}): { subject: string; text: string } {
  return {
    subject: "You are invited to Cellplane",
    text: [
      `${input.inviter} invites you to the account "${input.accountName}" on Cellplane.`,
      "",
      "Follow this link within 7 days to choose a password:",
      `${input.publicUrl}/accept-invitation?token=${input.token}`,
      "",
      "If you do not know what this is about, ignore this mail.",
      "",
    ].join("\n"),
  };
}
