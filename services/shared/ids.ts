// Random identifiers. Everything that makes an id takes an `Ids`, so that simulations can replay.
import { createHash, randomBytes, randomUUID } from "node:crypto";

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
  orderedUuid: (now) => orderedUuidOf(now, randomUUID()),
  short: (length) => shortOf(randomBytes(length)),
  secret: (bytes) => randomBytes(bytes).toString("base64url"),
};

function orderedUuidOf(now: number, random: string): string {
  const time = now.toString(16).padStart(12, "0");
  // The variant and all random digits are those of a version 4.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`;
}

function shortOf(bytes: Buffer): string {
  let id = "";
  for (const byte of bytes) {
    const alphabet = id === "" ? LETTERS : LETTERS_AND_DIGITS;
    id += alphabet.charAt(byte % alphabet.length);
  }
  return id;
}

/**
 * Ids that come again, in their order, from the same seed: for work that is tried now and carried out later under the
 * ids that were answered. Secrets are random always.
 */
export function seededIds(seed: string): Ids {
  let drawn = 0;
  const next = (): Buffer => createHash("sha256").update(`${seed}\n${drawn++}`).digest();
  return {
    uuid: () => uuidOf(next()),
    orderedUuid: (now) => orderedUuidOf(now, uuidOf(next())),
    short: (length) => {
      const parts: Buffer[] = [];
      while (parts.length * 32 < length) parts.push(next());
      return shortOf(Buffer.concat(parts).subarray(0, length));
    },
    secret: randomIds.secret,
  };
}

/** A version 4 UUID of the first 16 bytes. */
function uuidOf(bytes: Buffer): string {
  const hex = bytes.toString("hex");
  const variant = "89ab".charAt((bytes[8] ?? 0) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A string type that cannot be mixed up with another: `type AccountId = Brand<"AccountId">`. */
export type Brand<Name extends string> = string & { readonly __brand: Name };
