// What a mail's text is sealed for. Pure.

export function mailPurpose(mailId: string): string {
  return `mail:${mailId}`;
}
