// The mails that tell of the end of a client certificate or of an uploaded CA, as plain text. Pure.

export interface ExpiryMail {
  subject: string;
  text: string;
}

export function certificateMail(certificate: {
  id: string;
  displayName: string;
  subject: string;
  namespace: string;
  notAfter: Date;
  days: number;
}): ExpiryMail {
  const { id, displayName, subject, namespace, notAfter, days } = certificate;
  const name = displayName === "" ? subject : `"${displayName}" (${subject})`;
  return {
    subject: `A client certificate of ${namespace} expires in ${days} days or less`,
    text: [
      `The client certificate ${name} of the namespace ${namespace} expires at ${notAfter.toISOString()}.`,
      "",
      "Whatever connects with it is refused from then on. Renew it before: the new one is for the same key, and both work.",
      `Certificate: ${id}`,
      "",
    ].join("\n"),
  };
}

export function authorityMail(authority: {
  subject: string;
  fingerprint: string;
  namespace: string;
  notAfterMs: number;
  days: number;
}): ExpiryMail {
  const { subject, fingerprint, namespace, notAfterMs, days } = authority;
  return {
    subject: `A CA certificate of ${namespace} expires in ${days} days or less`,
    text: [
      `A CA certificate that the namespace ${namespace} accepts expires at ${new Date(notAfterMs).toISOString()}:`,
      subject,
      `SHA-256 ${fingerprint}`,
      "",
      "Client certificates issued by it are refused from then on. Add its successor to the accepted CAs before, issue new",
      "client certificates, and take the old CA away when they are in use.",
      "",
    ].join("\n"),
  };
}
