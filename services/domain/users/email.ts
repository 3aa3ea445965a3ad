// Email addresses as people type them, made comparable. Pure.
import { CloudError } from "#shared/errors";

const EMAIL_LENGTH_MAX = 254;
const EMAIL = /^[^\s@<>()[\]\\,;:"\p{C}]+@[^\s@<>()[\]\\,;:"\p{C}]+\.[^\s@<>()[\]\\,;:"\p{C}]+$/u;

/** The address in lower case. Errors: INVALID_ARGUMENT naming the field when it is not one. */
export function readEmail(text: string | null | undefined, field = "email"): string {
  const email = (text ?? "").trim().toLowerCase();
  if (email.length <= EMAIL_LENGTH_MAX && EMAIL.test(email)) return email;
  throw new CloudError("INVALID_ARGUMENT", "email must be an address like name@example.com.", { field });
}
