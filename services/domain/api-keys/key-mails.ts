// The mails about API keys, as plain text. Pure.

interface Mail {
  subject: string;
  text: string;
}

interface Key {
  id: string;
  displayName: string;
  ownerType: string;
}

export function expiryMail(key: Key & { expiresAt: Date; days: number }): Mail {
  return {
    subject: `An API key expires in ${key.days} days or less`,
    text: [
      `${nameOf(key)} expires at ${key.expiresAt.toISOString()}.`,
      "",
      "Whatever uses it stops working then. Rotate it before: the new key and the old one work side by side for as long as you choose.",
      "",
    ].join("\n"),
  };
}

/** Whoever still sends a dead key has not noticed, or should not have it. */
export function deadKeyMail(key: Key & { remoteAddress: string }): Mail {
  return {
    subject: "An API key that does not work any more is being used",
    text: [
      `${nameOf(key)} is expired, disabled or deleted, and was used from ${key.remoteAddress}. The call was refused.`,
      "",
      "If that is a program of yours, give it a new key. If not, somebody else has the old one.",
      "This is told once a week.",
      "",
    ].join("\n"),
  };
}

function nameOf(key: Key): string {
  const whose = key.ownerType === "user" ? "Your API key" : "The API key of a service account of yours";
  return `${whose} "${key.displayName}" (id ${key.id})`;
}
