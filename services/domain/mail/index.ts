// The door of mail: the outbox and its delivery.
export { enqueueMail, type NewMail } from "./enqueue-mail.ts";
export { listMails } from "./list-mails.ts";
export { deliverMails, type MailTransport } from "./deliver-mails.ts";
export { sweepMails } from "./sweep-mails.ts";
