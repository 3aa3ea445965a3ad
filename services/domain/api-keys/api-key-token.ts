// Signs and checks the JWT that an API key is. Roles are not inside, and the token is kept nowhere.
import { createHash, timingSafeEqual } from "node:crypto";
import { decodeProtectedHeader, jwtVerify, SignJWT, type CryptoKey } from "jose";
import { API_KEY_TOKEN, API_KEY_TOKEN_LENGTH_MAX } from "#shared/api-key-token";
import type { Signer } from "./signing-keys.ts";

export interface TokenFacts {
  keyId: string;
  principalId: string;
  accountId: string;
  issuedAt: number;
  expiresAt: number;
}

export async function signApiKey(signer: Signer, facts: TokenFacts): Promise<string> {
  const issuedAtSeconds = Math.floor(facts.issuedAt / 1000);
  return new SignJWT({ account: facts.accountId })
    .setProtectedHeader({ alg: API_KEY_TOKEN.algorithm, typ: API_KEY_TOKEN.type, kid: signer.keyId })
    .setIssuer(API_KEY_TOKEN.issuer)
    .setAudience(API_KEY_TOKEN.audience)
    .setSubject(facts.principalId)
    .setJti(facts.keyId)
    .setIssuedAt(issuedAtSeconds)
    .setNotBefore(issuedAtSeconds)
    .setExpirationTime(Math.floor(facts.expiresAt / 1000))
    .sign(signer.privateKey);
}

/** The kid of something that looks like one of our tokens, else undefined. Nothing of it is trusted yet. */
export function signingKeyIdOf(token: string): string | undefined {
  if (token.length > API_KEY_TOKEN_LENGTH_MAX) return undefined;
  try {
    const header = decodeProtectedHeader(token);
    const isOurs = header.alg === API_KEY_TOKEN.algorithm && header.typ === API_KEY_TOKEN.type;
    return isOurs && typeof header.kid === "string" ? header.kid : undefined;
  } catch {
    // What is no JWT has no key id.
    return undefined;
  }
}

/** The key's id when signature, type, issuer, audience and times are right, else undefined. */
export async function verifyApiKey(
  token: string,
  publicKey: CryptoKey,
  now: number,
): Promise<{ keyId: string; principalId: string } | undefined> {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      algorithms: [API_KEY_TOKEN.algorithm],
      typ: API_KEY_TOKEN.type,
      issuer: API_KEY_TOKEN.issuer,
      audience: API_KEY_TOKEN.audience,
      requiredClaims: ["sub", "jti", "iat", "nbf", "exp"],
      currentDate: new Date(now),
    });
    const { jti, sub } = payload;
    return jti === undefined || sub === undefined ? undefined : { keyId: jti, principalId: sub };
  } catch {
    // Every way to be wrong is the same to the caller.
    return undefined;
  }
}

/** Tokens are long and random, so a fast hash keeps them well. */
export function hashApiKey(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

export function isSameHash(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one, "hex"), Buffer.from(other, "hex")];
  return left.length === right.length && timingSafeEqual(left, right);
}
