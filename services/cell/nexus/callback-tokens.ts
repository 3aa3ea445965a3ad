// Tokens by which the completion of an operation finds who asked for it. Sealed: nobody outside can read or make one.
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

export const CALLBACK_TOKEN_HEADER = "temporal-callback-token";
export const CALLBACK_KEY_BYTES = 32;

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "1.";
/** Ids and their padding are far below; longer ones were not made here. */
const TOKEN_LENGTH_MAX = 16_384;

/** In the place of the event: the operation has no workflow, and its own id is in the place of the workflow's. */
export const STANDALONE = 0;

/** Who waits for the operation. */
export interface OperationCaller {
  namespaceId: string;
  workflowId: string;
  runId: string;
  scheduledEventId: number;
  requestId: string;
}

export class CallbackTokens {
  readonly #key: Uint8Array;

  constructor(key: Uint8Array) {
    this.#key = key;
  }

  seal({ namespaceId, workflowId, runId, scheduledEventId, requestId }: OperationCaller): string {
    const text = JSON.stringify([namespaceId, workflowId, runId, scheduledEventId, requestId]);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES });
    const sealed = Buffer.concat([nonce, cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
    return VERSION + sealed.toString("base64url");
  }

  /** Undefined for anything that this cell did not make. */
  open(token: string | undefined): OperationCaller | undefined {
    if (token === undefined || !token.startsWith(VERSION) || token.length > TOKEN_LENGTH_MAX)
      return undefined;
    const sealed = Buffer.from(token.slice(VERSION.length), "base64url");
    if (sealed.length <= NONCE_BYTES + TAG_BYTES) return undefined;
    try {
      const nonce = sealed.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, this.#key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
      const text = Buffer.concat([
        decipher.update(sealed.subarray(NONCE_BYTES, sealed.length - TAG_BYTES)),
        decipher.final(),
      ]).toString("utf8");
      // Only `seal` makes what opens.
      const fields = JSON.parse(text) as [string, string, string, number, string];
      const [namespaceId, workflowId, runId, scheduledEventId, requestId] = fields;
      return { namespaceId, workflowId, runId, scheduledEventId, requestId };
    } catch {
      // Damaged, or sealed with another key.
      return undefined;
    }
  }
}
