// The secret that a link in a mail carries. Stored as its hash only: random and long, so a fast hash keeps it well.
import { createHash } from "node:crypto";

export const LINK_TOKEN_BYTES = 32;

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
