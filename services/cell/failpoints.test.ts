// The places of crashes: off by default, exact when asked for.
import { describe, expect, it } from "vitest";
import { failpointOf, isFailpoint } from "./failpoints.ts";

describe("a failpoint", () => {
  it("is nothing at all when none is asked for", () => {
    expect(failpointOf(undefined, () => expect.unreachable())).toBeUndefined();
  });

  it("ends the process at the turn that was asked for, once", () => {
    let ends = 0;
    const reach = failpointOf("journal.after-commit:3", () => (ends += 1));
    for (let turn = 1; turn <= 5; turn += 1) {
      reach?.("journal.before-flush");
      reach?.("journal.after-commit");
      expect(ends).toBe(turn >= 3 ? 1 : 0);
    }
  });

  it.each(["journal", "journal.after-commit:0", "journal.after-commit:x", "journal.after-commit:1:kill", ""])(
    "is refused as %j",
    (text) => expect(isFailpoint(text)).toBe(false),
  );
});
