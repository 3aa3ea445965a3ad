// Sizes and tokens of pages.
import { describe, expect, it } from "vitest";
import { cutPage, pageToken, readPage } from "./page.ts";

describe("pages", () => {
  it("hold 100 by default and at most 1000", () => {
    expect(readPage({}).size).toBe(100);
    expect(readPage({ pageSize: 5_000 }).size).toBe(1_000);
    expect(() => readPage({ pageSize: -1 })).toThrow("must not be negative");
  });

  it("go on after the last row of the page before, and end without a token", () => {
    const first = cutPage(["a", "b", "c"], { size: 2, after: undefined }, (row) => row);
    expect(first.rows).toEqual(["a", "b"]);
    expect(readPage({ pageToken: first.nextPageToken }).after).toBe("b");
    expect(cutPage(["c"], { size: 2, after: "b" }, (row) => row).nextPageToken).toBe("");
  });

  it("refuse tokens that no list made", () => {
    const bad = [
      "x",
      "????",
      Buffer.from("before:a").toString("base64url"),
      pageToken("a\0b"),
      "a".repeat(10_000),
    ];
    for (const token of bad) expect(() => readPage({ pageToken: token })).toThrow("page_token");
  });
});
