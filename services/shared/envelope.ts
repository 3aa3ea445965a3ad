// Secrets at rest: AES-256-GCM under the installation's master key, bound to what the secret is for, so that a
// ciphertext copied to another row does not open. Never keeps or logs the clear text.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { CloudError } from "./errors.ts";

const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;

export interface Envelope {
  /** Seals a secret; `purpose` names what and whose it is, e.g. "certificate-authority:acct1". */
  seal(clear: Uint8Array | string, purpose: string): string;
  /** Opens what `seal` made for the same purpose. Errors: DATA_LOSS when key, purpose or text differ. */
  open(sealed: string, purpose: string): Buffer;
}

/** An envelope under a master key of 32 bytes, given in base64, base64url or hex. */
export function createEnvelope(masterKey: string): Envelope {
  const key = parseMasterKey(masterKey);
  const keyId = createHash("sha256").update("cellplane-key-id").update(key).digest("hex").slice(0, 8);
  return {
    seal(clear, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(clear), cipher.final()]);
      const packed = Buffer.concat([nonce, cipher.getAuthTag(), body]);
      return `${VERSION}.${keyId}.${packed.toString("base64url")}`;
    },
    open(sealed, purpose) {
      const [version, sealedKeyId, text] = sealed.split(".");
      if (version !== VERSION || text === undefined) throw damaged("unknown format");
      if (sealedKeyId !== keyId) throw damaged(`sealed by key ${sealedKeyId ?? ""}, not ${keyId}`);
      const packed = Buffer.from(text, "base64url");
      const nonce = packed.subarray(0, NONCE_BYTES);
      const tag = packed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      if (tag.length !== TAG_BYTES) throw damaged("too short");
      const decipher = createDecipheriv("aes-256-gcm", key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(tag);
      try {
        const body = packed.subarray(NONCE_BYTES + TAG_BYTES);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      } catch (error) {
        throw damaged("authentication failed", error);
      }
    },
  };
}

/** The 32 bytes of a master key. Errors: INVALID_ARGUMENT when it is not that. */
export function parseMasterKey(text: string): Buffer {
  const isHex = /^[0-9a-f]{64}$/i.test(text);
  const key = Buffer.from(text, isHex ? "hex" : "base64");
  if (key.length === KEY_BYTES) return key;
  throw new CloudError("INVALID_ARGUMENT", "The master key must be 32 bytes in base64 or hex.");
}

function damaged(internalDetail: string, cause?: unknown): CloudError {
  return new CloudError("DATA_LOSS", "A stored secret cannot be opened.", { internalDetail, cause });
}
