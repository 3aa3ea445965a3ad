// What left memory while a load was under way is told from what left before it began.
import { expect, test } from "vitest";
import { Departures } from "./departures.ts";

test("a load is outdated by what leaves while it is under way, and by nothing else", () => {
  const departures = new Departures();
  const early = departures.begin();
  departures.leave(["run-1"]);
  const late = departures.begin();

  expect(departures.isOutdated(early, ["run-1"])).toBe(true);
  expect(departures.isOutdated(early, ["run-2", "run-1"])).toBe(true);
  expect(departures.isOutdated(early, ["run-2"])).toBe(false);
  expect(departures.isOutdated(late, ["run-1"])).toBe(false);
});

test("what no load needs to know is forgotten, and what one needs is kept", () => {
  const departures = new Departures();
  const first = departures.begin();
  const second = departures.begin();
  departures.leave(["run-1"]);
  departures.end(first);
  expect(departures.isOutdated(second, ["run-1"])).toBe(true);

  departures.leave(["run-1"]);
  departures.end(second);
  expect(departures.isOutdated(0, ["run-1"])).toBe(false);
});
