// The last good directory on disk, so that a restarted gateway serves without the control plane (E1). Written to a new
// file and renamed, with mode 0600; a broken file is treated as none.
import { chmod, open, readFile, rename } from "node:fs/promises";
import { createHash } from "node:crypto";

const DIGEST_BYTES = 32;

/** The stored bytes, or undefined when there are none that are whole. */
export async function readSnapshot(path: string): Promise<Uint8Array | undefined> {
  let stored: Buffer;
  try {
    stored = await readFile(path);
  } catch (error) {
    // A first start has no snapshot; anything else must be seen.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  const body = stored.subarray(DIGEST_BYTES);
  return digestOf(body).equals(stored.subarray(0, DIGEST_BYTES)) ? body : undefined;
}

export async function writeSnapshot(path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, "w", 0o600);
  try {
    await file.writeFile(Buffer.concat([digestOf(bytes), bytes]));
    await file.sync();
  } finally {
    await file.close();
  }
  await chmod(temporary, 0o600);
  await rename(temporary, path);
}

function digestOf(bytes: Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
