// Identifiers have the forms that their readers rely on.
import { describe, expect, it } from "vitest";
import { randomIds, seededIds } from "./ids.ts";

const NOW = 1_764_000_000_123;

describe("an ordered UUID", () => {
  it("is a version 7 of its time", () => {
    const id = randomIds.orderedUuid(NOW);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(NOW);
  });

  it("sorts after every one of an earlier millisecond and differs from those of its own", () => {
    const ids = Array.from({ length: 100 }, (_, place) => randomIds.orderedUuid(NOW + place));
    expect([...ids].sort()).toEqual(ids);
    expect(new Set(Array.from({ length: 100 }, () => randomIds.orderedUuid(NOW))).size).toBe(100);
  });
});

describe("seeded ids", () => {
  it("come again in their order, have the forms of random ones, and keep secrets random", () => {
    const draw = (seed: string): string[] => {
      const ids = seededIds(seed);
      return [ids.uuid(), ids.short(40), ids.orderedUuid(NOW), ids.uuid(), ids.short(8)];
    };
    expect(draw("seed")).toEqual(draw("seed"));
    expect(draw("other").filter((id) => draw("seed").includes(id))).toEqual([]);
    const [uuid = "", short = "", ordered = ""] = draw("seed");
    expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(short).toMatch(/^[a-z][a-z2-9]{39}$/);
    expect(ordered).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(seededIds("seed").secret(16)).not.toBe(seededIds("seed").secret(16));
  });
});
