// The codes of RFC 6238's own table, and which codes are taken when.
import { describe, expect, it } from "vitest";
import { codeOf, otpauthUri, stepOfCode, STEP_MS, toBase32 } from "./time-code.ts";

const secret = Buffer.from("12345678901234567890");

describe("codes", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("at %s seconds are those of RFC 6238, appendix B", (seconds, code) => {
    expect(codeOf(secret, Math.floor((seconds * 1000) / STEP_MS))).toBe(code);
  });

  it("are good a step before and after their time, and once", () => {
    const now = 1_234_567_890_000;
    const step = Math.floor(now / STEP_MS);
    const taken = (code: string, lastStep = 0): number | undefined =>
      stepOfCode(secret, code, { now, lastStep });
    expect([-2, -1, 0, 1, 2].map((apart) => taken(codeOf(secret, step + apart)))).toEqual([
      undefined,
      step - 1,
      step,
      step + 1,
      undefined,
    ]);
    expect(taken(codeOf(secret, step), step)).toBeUndefined();
    expect(taken(codeOf(secret, step - 1), step)).toBeUndefined();
    for (const text of ["", "12345", "1234567", "abcdef", "１２３４５６"])
      expect(taken(text)).toBeUndefined();
  });
});

it("secrets are written as apps read them", () => {
  expect(
    ["", "f", "fo", "foo", "foob", "fooba", "foobar"].map((text) => toBase32(Buffer.from(text))),
  ).toEqual(["", "MY", "MZXQ", "MZXW6", "MZXW6YQ", "MZXW6YTB", "MZXW6YTBOI"]);
  expect(otpauthUri({ email: "a+b@example.com", secret: Buffer.from("foobar") })).toBe(
    "otpauth://totp/Cellplane%3Aa%2Bb%40example.com?secret=MZXW6YTBOI&issuer=Cellplane&algorithm=SHA1&digits=6&period=30",
  );
});
