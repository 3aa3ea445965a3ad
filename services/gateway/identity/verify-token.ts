// Checks an API key's signature and claims offline, with the signing keys of the directory, and those of the tokens by
// which the api speaks for somebody at the console. Whether the caller still has its right is asked for every call
// (authorize.ts); here only what cannot change is remembered.
import { createHash } from "node:crypto";
import { decodeProtectedHeader, importJWK, jwtVerify, type CryptoKey } from "jose";
import { API_KEY_TOKEN, API_KEY_TOKEN_LENGTH_MAX } from "#shared/api-key-token";
import type { Clock } from "#shared/clock";
import {
  CONSOLE_TOKEN,
  CONSOLE_TOKEN_LIFE_SECONDS,
  consoleTokenKey,
  type ConsoleTokenClaims,
} from "#shared/console-token";
import { CloudError } from "#shared/errors";
import type { ConnectionPath } from "../connectivity/connection-path.ts";
import type { DirectoryView } from "../directory/directory-view.ts";
import { GATEWAY_LIMITS } from "../limits/limits.ts";

/** What a token with a good signature says. */
export type TokenClaims = KeyClaims | ConsoleClaims;

export interface KeyClaims {
  kind: "api key";
  keyId: string;
  principalId: string;
  signingKeyId: string;
  /** The public key that verified it, as the directory had it. */
  publicJwk: string;
  notBeforeMs: number;
  expiresAtMs: number;
  tokenSha256: Buffer;
}

/** Of somebody who is signed in to the console. */
export interface ConsoleClaims {
  kind: "console";
  principalId: string;
  expiresAtMs: number;
  /** How the browser came to the api. */
  path: ConnectionPath;
}

/** Keys live at most two years; an `exp` beyond is malformed (milliseconds instead of seconds, for example). */
const LIFETIME_MAX_SECONDS = 2 * 366 * 24 * 3600 + 24 * 3600;
const CLOCK_SKEW_SECONDS = 60;
const HEADERS_ALLOWED = new Set(["alg", "kid", "typ"]);

export class TokenVerifier {
  readonly #clock: Clock;
  readonly #known = new Map<string, TokenClaims>();
  readonly #keys = new Map<string, Promise<CryptoKey | Uint8Array>>();
  readonly #consoleKey: Uint8Array;

  constructor(clock: Clock, internalToken: string) {
    this.#clock = clock;
    this.#consoleKey = consoleTokenKey(internalToken);
  }

  /** Claims verified before whose signing key is still in the directory. */
  known(token: string, view: DirectoryView): TokenClaims | undefined {
    const claims = this.#known.get(token);
    if (claims === undefined || claims.kind === "console") return claims;
    if (view.signingKeys.get(claims.signingKeyId) === claims.publicJwk) return claims;
    this.#known.delete(token);
    return undefined;
  }

  /** Errors: UNAUTHENTICATED, the same for every reason. */
  async verify(token: string, view: DirectoryView): Promise<TokenClaims> {
    try {
      const claims = await this.#verify(token, view);
      if (this.#known.size >= GATEWAY_LIMITS.tokensMax) this.#forgetOldest();
      this.#known.set(token, claims);
      return claims;
    } catch (cause) {
      throw badApiKey(cause instanceof Error ? cause.message : String(cause));
    }
  }

  async #verify(token: string, view: DirectoryView): Promise<TokenClaims> {
    if (token.length > API_KEY_TOKEN_LENGTH_MAX) throw new Error("token too long");
    const header = decodeProtectedHeader(token);
    const strange = Object.keys(header).filter((name) => !HEADERS_ALLOWED.has(name));
    if (strange.length > 0) throw new Error("header names a key or an extension");
    if (header.typ === CONSOLE_TOKEN.type) return this.#verifyConsole(token);
    const signingKeyId = header.kid ?? "";
    const publicJwk = view.signingKeys.get(signingKeyId);
    if (publicJwk === undefined) throw new Error("unknown signing key");
    const { payload } = await jwtVerify(token, await this.#key(publicJwk), {
      algorithms: [API_KEY_TOKEN.algorithm],
      typ: API_KEY_TOKEN.type,
      issuer: API_KEY_TOKEN.issuer,
      audience: API_KEY_TOKEN.audience,
      requiredClaims: ["iss", "aud", "sub", "jti", "iat", "nbf", "exp"],
      currentDate: new Date(this.#clock.now()),
    });
    const { jti = "", sub = "", exp = 0, iat = 0, nbf = 0 } = payload;
    const now = Math.floor(this.#clock.now() / 1000);
    if (iat > now + CLOCK_SKEW_SECONDS) throw new Error("issued in the future");
    if (exp - iat > LIFETIME_MAX_SECONDS) throw new Error("lifetime too long");
    return {
      kind: "api key",
      keyId: jti,
      principalId: sub,
      signingKeyId,
      publicJwk,
      notBeforeMs: nbf * 1000,
      expiresAtMs: exp * 1000,
      tokenSha256: createHash("sha256").update(token).digest(),
    };
  }

  async #verifyConsole(token: string): Promise<ConsoleClaims> {
    const { payload } = await jwtVerify<ConsoleTokenClaims>(token, this.#consoleKey, {
      algorithms: [CONSOLE_TOKEN.algorithm],
      typ: CONSOLE_TOKEN.type,
      issuer: CONSOLE_TOKEN.issuer,
      audience: CONSOLE_TOKEN.audience,
      requiredClaims: ["iss", "aud", "sub", "iat", "exp", "address"],
      clockTolerance: CLOCK_SKEW_SECONDS,
      currentDate: new Date(this.#clock.now()),
    });
    const { sub = "", exp = 0, iat = 0, address } = payload;
    const now = Math.floor(this.#clock.now() / 1000);
    if (iat > now + CLOCK_SKEW_SECONDS) throw new Error("issued in the future");
    if (exp - iat > CONSOLE_TOKEN_LIFE_SECONDS) throw new Error("lifetime too long");
    const expiresAtMs = (exp + CLOCK_SKEW_SECONDS) * 1000;
    return { kind: "console", principalId: sub, expiresAtMs, path: { address, linkId: undefined } };
  }

  #key(publicJwk: string): Promise<CryptoKey | Uint8Array> {
    let key = this.#keys.get(publicJwk);
    if (key === undefined) {
      key = importPublicKey(publicJwk);
      this.#keys.set(publicJwk, key);
    }
    return key;
  }

  #forgetOldest(): void {
    for (const oldest of this.#known.keys()) {
      this.#known.delete(oldest);
      return;
    }
  }
}

async function importPublicKey(publicJwk: string): Promise<CryptoKey | Uint8Array> {
  // The directory is ours; a key that is not an EC public key would be a bug there and must not verify anything.
  const jwk = JSON.parse(publicJwk) as Record<string, unknown>;
  if (jwk["kty"] !== "EC" || jwk["d"] !== undefined) throw new Error("not an EC public key");
  return importJWK(jwk, API_KEY_TOKEN.algorithm);
}

export function badApiKey(internalDetail: string): CloudError {
  return new CloudError(
    "UNAUTHENTICATED",
    "The API key is not valid. Check that it is complete, enabled and not expired.",
    { internalDetail },
  );
}
