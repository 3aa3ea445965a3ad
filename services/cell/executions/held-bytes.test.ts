// Held bytes are copies, whatever their size, and share memory only with each other.
import { describe, expect, it } from "vitest";
import { heldCopy } from "./held-bytes.ts";

describe("heldCopy", () => {
  it("copies bytes of any size, and later ones do not overwrite them", () => {
    const sizes = [0, 1, 300, 2_048, 2_049, 10_000, 8_192, 7];
    const originals = Array.from({ length: 200 }, (_, number) =>
      Buffer.alloc(sizes[number % sizes.length] ?? 0, number % 251),
    );
    const copies = originals.map(heldCopy);
    const expected = originals.map((bytes) => bytes.toString("hex"));
    for (const original of originals) original.fill(255);
    expect(copies.map((copy) => Buffer.from(copy).toString("hex"))).toEqual(expected);
  });

  it("holds no more than a few times what it was asked to hold", () => {
    const copies = Array.from({ length: 500 }, () => heldCopy(Buffer.alloc(300)));
    const blocks = new Set(copies.map(({ buffer }) => buffer));
    const held = [...blocks].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect(held).toBeLessThan(1.2 * 500 * 300);
  });
});
