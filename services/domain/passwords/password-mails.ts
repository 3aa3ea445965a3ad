// The mails about passwords, as plain text. The page behind the link asks before it acts: scanners follow links. Pure.

interface Mail {
  subject: string;
  text: string;
}

export function resetMail(input: { publicUrl: string; token: string }): Mail {
  return {
    subject: "Set a new password",
    text: [
      "Somebody, hopefully you, asked to set a new password for your Cellplane account.",
      "",
      "Follow this link within an hour:",
      `${input.publicUrl}/reset-password?token=${input.token}`,
      "",
      "If it was not you, ignore this mail: your password stays as it is.",
      "",
    ].join("\n"),
  };
}

export function unknownAddressMail(input: { publicUrl: string }): Mail {
  return {
    subject: "There is no password to set for this address",
    text: [
      `Somebody, hopefully you, asked to set a new password at ${input.publicUrl}, but nobody signs in there with this address.`,
      "",
      "Perhaps you used another one. If you were invited, ask for the invitation to be sent again.",
      "If it was not you, there is nothing to do.",
      "",
    ].join("\n"),
  };
}

export function passwordChangedMail(input: { publicUrl: string }): Mail {
  return {
    subject: "Your password was changed",
    text: [
      "The password of your Cellplane account was changed just now, and your sessions elsewhere were ended.",
      "API keys go on as before.",
      "",
      `If it was not you, set a new password at once: ${input.publicUrl}/forgotten-password`,
      "",
    ].join("\n"),
  };
}
