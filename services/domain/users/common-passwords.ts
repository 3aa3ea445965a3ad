// Well-known passwords, in lower case: a library's list of some 49,000, most used first, and a few that it lacks. Read
// when first asked for: most processes never check a password.
import { dictionary } from "@zxcvbn-ts/language-common";

const MORE = `p@ssword thepassword yourpassword welcometo qwertzuiop adminadmin rootroot guestguest login loginlogin
  postgres mysql password? correcthorsebatterystaple`;

let known: ReadonlySet<string> | undefined;

export function isCommonPassword(password: string): boolean {
  known ??= new Set([...dictionary["passwords-common"], ...MORE.split(/\s+/)]);
  return known.has(password);
}
