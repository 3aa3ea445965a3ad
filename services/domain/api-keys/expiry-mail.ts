// The mail that tells of an API key's end, as plain text. Pure.

export function expiryMail(key: {
  id: string;
  displayName: string;
  ownerType: string;
  expiresAt: Date;
  days: number;
}): { subject: string; text: string } {
  const whose = key.ownerType === "user" ? "Your API key" : "The API key of a service account of yours";
  return {
    subject: `An API key expires in ${key.days} days or less`,
    text: [
      `${whose} "${key.displayName}" (id ${key.id}) expires at ${key.expiresAt.toISOString()}.`,
      "",
      "Whatever uses it stops working then. Rotate it before: the new key and the old one work side by side for as long as you choose.",
      "",
    ].join("\n"),
  };
}
