// Pure tests of secrets at rest.
import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createEnvelope, parseMasterKey } from "./envelope.ts";

describe("envelope", () => {
  const masterKey = randomBytes(32).toString("base64");

  it("opens what it sealed for the same purpose only", () => {
    const envelope = createEnvelope(masterKey);
    const sealed = envelope.seal("secret text", "signing-key:a");
    expect(sealed).not.toContain("secret");
    expect(envelope.open(sealed, "signing-key:a").toString()).toBe("secret text");
    expect(() => envelope.open(sealed, "signing-key:b")).toThrow("cannot be opened");
  });

  it("refuses another key, a changed text and a cut one", () => {
    const sealed = createEnvelope(masterKey).seal("secret text", "p");
    const flipped = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
    expect(() => createEnvelope(randomBytes(32).toString("hex")).open(sealed, "p")).toThrow(
      "cannot be opened",
    );
    expect(() => createEnvelope(masterKey).open(flipped, "p")).toThrow("cannot be opened");
    expect(() => createEnvelope(masterKey).open(sealed.slice(0, 30), "p")).toThrow("cannot be opened");
  });

  it("takes a key of 32 bytes in base64, base64url or hex and nothing else", () => {
    const key = randomBytes(32);
    for (const encoding of ["base64", "base64url", "hex"] as const) {
      expect(parseMasterKey(key.toString(encoding))).toEqual(key);
    }
    expect(() => parseMasterKey("short")).toThrow("32 bytes");
  });
});
