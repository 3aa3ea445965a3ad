// Which passwords are taken: long enough, not well known, not the person's own words. No rules about kinds of
// characters: they make passwords worse. Pure.
import { CloudError } from "#shared/errors";
import { isCommonPassword } from "./common-passwords.ts";

export const PASSWORD_LENGTH_MIN = 8;
export const PASSWORD_LENGTH_MAX = 128;
const DISTINCT_CHARACTERS_MIN = 4;
const CONTEXT_WORD_LENGTH_MIN = 4;
/** A well-known word stays one with so many digits and signs behind it. */
const ENDING_LENGTH_MAX = 6;
const PRODUCT_WORDS = ["cellplane", "temporal"];

/** Errors: INVALID_ARGUMENT saying what to change. */
export function checkPassword(
  password: string,
  person: { email: string; accountName: string },
  field = "password",
): void {
  const refuse = (reason: string): never => refusePassword(field, reason);
  const characters = [...password];
  if (characters.length < PASSWORD_LENGTH_MIN) refuse(`must have at least ${PASSWORD_LENGTH_MIN} characters`);
  if (characters.length > PASSWORD_LENGTH_MAX) refuse(`must have at most ${PASSWORD_LENGTH_MAX} characters`);
  const plain = password.normalize("NFKC").toLowerCase();
  if (new Set(plain).size < DISTINCT_CHARACTERS_MIN) refuse("repeats too few characters");
  if (isRun(plain)) refuse("is a plain sequence");
  if (isCommonPassword(plain) || isRepeated(plain)) refuse("is too well known");
  const base = withoutEnding(plain);
  if (plain.length - base.length <= ENDING_LENGTH_MAX && isCommonPassword(base)) refuse("is too well known");
  const words = [
    ...PRODUCT_WORDS,
    person.email.toLowerCase(),
    ...person.email.toLowerCase().split("@"),
    person.accountName.toLowerCase(),
  ];
  for (const word of words) {
    const isWord = word.length >= CONTEXT_WORD_LENGTH_MIN;
    if (isWord && withoutEnding(plain) === word) refuse("must not be your own name, address or ours");
  }
}

function refusePassword(field: string, reason: string): never {
  throw new CloudError("INVALID_ARGUMENT", `The password ${reason}. A few random words make a good one.`, {
    field,
  });
}

/** Digits and signs at the end make no known word unknown. */
function withoutEnding(password: string): string {
  return password.replace(/[^\p{L}]+$/u, "");
}

/** A short piece again and again: 12341234, abcabcabc. */
function isRepeated(password: string): boolean {
  return /^(.{1,4})\1+$/u.test(password);
}

/** Every character follows the one before: 12345678, abcdefgh, 87654321. */
function isRun(password: string): boolean {
  const codes = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return steps.every((step) => step === 1) || steps.every((step) => step === -1);
}
