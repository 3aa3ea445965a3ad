// What a poll's answer suggests about the number of polls.
import { describe, expect, it } from "vitest";
import { PollerScaling } from "./poller-scaling.ts";

const QUIET = { backlogCount: 0, backlogAgeMs: 0, addRate: 1, dispatchRate: 1 };
const BUSY = { ...QUIET, backlogCount: 5, backlogAgeMs: 201 };

describe("PollerScaling", () => {
  it("suggests fewer polls when one waited a second, more when a backlog is old, else nothing", () => {
    const scaling = new PollerScaling();
    expect(scaling.decide(1_000, 1, 1_000, () => BUSY)).toBe(-1);
    expect(scaling.decide(1_000, 1, 999, () => BUSY)).toBe(1);
    expect(scaling.decide(2_000, 1, 0, () => QUIET)).toBe(0);
    expect(scaling.decide(3_000, 1, 0, () => ({ ...BUSY, backlogAgeMs: 200 }))).toBe(0);
  });

  it("suggests more polls when tasks come faster than they go", () => {
    const scaling = new PollerScaling();
    expect(scaling.decide(1_000, 1, 0, () => ({ ...QUIET, addRate: 1.3 }))).toBe(1);
    expect(scaling.decide(2_000, 1, 0, () => ({ ...QUIET, addRate: 1.1 }))).toBe(0);
  });

  it("suggests more polls at most ten times a second and poller", () => {
    const scaling = new PollerScaling();
    let suggested = 0;
    for (let now = 10_000; now < 12_000; now += 1) suggested += scaling.decide(now, 3, 0, () => BUSY);
    expect(suggested).toBeGreaterThanOrEqual(60);
    expect(suggested).toBeLessThanOrEqual(90);
  });
});
