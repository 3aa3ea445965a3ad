// The token of an API key against forgeries: algorithms, types, claims, bits.
import { createHmac } from "node:crypto";
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, type CryptoKey } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { API_KEY_TOKEN } from "#shared/api-key-token";
import { hashApiKey, isSameHash, signApiKey, signingKeyIdOf, verifyApiKey } from "./api-key-token.ts";

const NOW = 1_800_000_000_000;
const facts = {
  keyId: "key1",
  principalId: "user1",
  accountId: "acct1",
  issuedAt: NOW,
  expiresAt: NOW + 60_000,
};
let privateKey: CryptoKey;
let publicKey: CryptoKey;

beforeAll(async () => {
  ({ privateKey, publicKey } = await generateKeyPair("ES256", { extractable: true }));
});

const sign = (change: (token: SignJWT) => SignJWT, header: Record<string, string> = {}): Promise<string> =>
  change(
    new SignJWT({ account: "acct1" })
      .setProtectedHeader({ alg: "ES256", typ: API_KEY_TOKEN.type, kid: "kid1", ...header })
      .setIssuer(API_KEY_TOKEN.issuer)
      .setAudience(API_KEY_TOKEN.audience)
      .setSubject("user1")
      .setJti("key1")
      .setIssuedAt(NOW / 1000)
      .setNotBefore(NOW / 1000)
      .setExpirationTime(NOW / 1000 + 60),
  ).sign(privateKey);

describe("K1: an API key's token", () => {
  it("names its signing key, and verifies within its time", async () => {
    const token = await signApiKey({ keyId: "kid1", privateKey }, facts);
    expect(signingKeyIdOf(token)).toBe("kid1");
    expect(await verifyApiKey(token, publicKey, NOW)).toEqual({ keyId: "key1", principalId: "user1" });
    expect(await verifyApiKey(token, publicKey, NOW + 60_000)).toBeUndefined();
    expect(await verifyApiKey(token, publicKey, NOW - 1_000)).toBeUndefined();
  });

  it("is refused with another issuer, audience or type, and without its claims", async () => {
    const wrong = [
      await sign((token) => token.setIssuer("someone")),
      await sign((token) => token.setAudience("elsewhere")),
      await sign((token) => token, { typ: "JWT" }),
      await sign((token) => token.setExpirationTime(NOW)).then((token) => token.replace(/.$/, "")),
      await new SignJWT({}).setProtectedHeader({ alg: "ES256", typ: API_KEY_TOKEN.type }).sign(privateKey),
    ];
    for (const token of wrong) expect(await verifyApiKey(token, publicKey, NOW)).toBeUndefined();
  });

  it("is refused unsigned, signed with the public key as a secret, or with a key it brings along", async () => {
    const unsigned = new UnsecuredJWT({}).setSubject("user1").setJti("key1").encode();
    const secret = await exportSPKI(publicKey);
    const [, payload = ""] = (await sign((token) => token)).split(".");
    const header = Buffer.from(
      JSON.stringify({ alg: "HS256", typ: API_KEY_TOKEN.type, kid: "kid1" }),
    ).toString("base64url");
    const mac = createHmac("sha256", secret).update(`${header}.${payload}`).digest("base64url");
    for (const token of [unsigned, `${header}.${payload}.${mac}`]) {
      expect(signingKeyIdOf(token)).toBeUndefined();
      expect(await verifyApiKey(token, publicKey, NOW)).toBeUndefined();
    }
    const stranger = await generateKeyPair("ES256");
    const foreign = await signApiKey({ keyId: "kid1", privateKey: stranger.privateKey }, facts);
    expect(await verifyApiKey(foreign, publicKey, NOW)).toBeUndefined();
  });

  it("is refused with any single bit changed", async () => {
    const token = await signApiKey({ keyId: "kid1", privateKey }, facts);
    const signature = Buffer.from(token.split(".")[2] ?? "", "base64url");
    for (let bit = 0; bit < signature.length * 8; bit += 37) {
      const changed = Buffer.from(signature);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const parts = [...token.split(".").slice(0, 2), changed.toString("base64url")];
      expect(await verifyApiKey(parts.join("."), publicKey, NOW)).toBeUndefined();
    }
  });

  it("is never parsed when it is longer than a token can be", () => {
    expect(signingKeyIdOf("a".repeat(1_000_000))).toBeUndefined();
  });

  it("is compared by its hash, whatever is stored", () => {
    expect(isSameHash(hashApiKey("a"), hashApiKey("a"))).toBe(true);
    expect(isSameHash(hashApiKey("a"), hashApiKey("b"))).toBe(false);
    expect(isSameHash("", hashApiKey("a"))).toBe(false);
  });
});
