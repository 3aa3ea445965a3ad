// Where mails go: out by SMTP, or nowhere when the cloud keeps them for its mailbox page.
import { createTransport } from "nodemailer";
import type { MailTransport } from "#domain/mail";

const SMTP_TIMEOUT_MS = 10_000;

/** The mailbox page reads the rows: taking a mail means nothing more than that it may be shown as sent. */
export const mailboxTransport: MailTransport = () => Promise.resolve();

export function smtpTransport(settings: { url: string; from: string }): MailTransport {
  const transporter = createTransport({
    url: settings.url,
    connectionTimeout: SMTP_TIMEOUT_MS,
    greetingTimeout: SMTP_TIMEOUT_MS,
    socketTimeout: SMTP_TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    await transporter.sendMail({
      from: settings.from,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      // The same id at each attempt, so that a receiver can drop a repeat.
      messageId: `<${mail.id}@cellplane>`,
    });
  };
}
