// Random identifiers. Everything that makes an id takes an `Ids`, so that simulations can replay.
import { randomBytes, randomUUID } from "node:crypto";

export interface Ids {
  /** A random UUID (version 4). */
  uuid(): string;
  /**
   * A UUID that sorts by its time (version 7), as Temporal uses for run ids: rows made together lie together in indexes.
   */
  orderedUuid(now: number): string;
  /** A short lower-case id of `length` letters and digits that begins with a letter. */
  short(length: number): string;
  /** A secret of `bytes` random bytes in base64url. */
  secret(bytes: number): string;
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz";
const LETTERS_AND_DIGITS = "abcdefghijkmnpqrstuvwxyz23456789";

export const randomIds: Ids = {
  uuid: () => randomUUID(),
  orderedUuid: (now) => {
    const time = now.toString(16).padStart(12, "0");
    // The variant and all random digits are those of a version 4.
    return `${time.slice(0, 8)}-${time.slice(8)}-7${randomUUID().slice(15)}`;
  },
  short: (length) => {
    const bytes = randomBytes(length);
    let id = "";
    for (const byte of bytes) {
      const alphabet = id === "" ? LETTERS : LETTERS_AND_DIGITS;
      id += alphabet.charAt(byte % alphabet.length);
    }
    return id;
  },
  secret: (bytes) => randomBytes(bytes).toString("base64url"),
};

/** A string type that cannot be mixed up with another: `type AccountId = Brand<"AccountId">`. */
export type Brand<Name extends string> = string & { readonly __brand: Name };
