// Which run answers a start of an id that is known.
import { expect, test } from "vitest";
import { CloudError } from "#shared/errors";
import { chooseStandaloneStart, type KnownRun, type StartPolicies } from "./choose-start.ts";

const OPEN: KnownRun = { runId: "r", startRequestId: "first", isClosed: false, isFailed: false };
const COMPLETED: KnownRun = { ...OPEN, isClosed: true };
const FAILED: KnownRun = { ...COMPLETED, isFailed: true };

function choose(known: KnownRun | undefined, policies: Partial<StartPolicies> = {}): string {
  const all: StartPolicies = { requestId: "second", usesExisting: false, reuse: "allow", ...policies };
  try {
    return chooseStandaloneStart(known, all, () => new CloudError("ALREADY_EXISTS", "taken"));
  } catch (error) {
    return error instanceof CloudError ? error.code : String(error);
  }
}

test("an id that nobody has is free", () => {
  expect(choose(undefined, { reuse: "reject" })).toBe("start");
});

test("the same request is answered by the run that it made, open or closed", () => {
  for (const known of [OPEN, COMPLETED, FAILED]) {
    expect(choose(known, { requestId: "first", reuse: "reject" })).toBe("existing");
  }
});

test("the id of an open run is refused, or its run used", () => {
  expect(choose(OPEN)).toBe("ALREADY_EXISTS");
  expect(choose(OPEN, { usesExisting: true, reuse: "reject" })).toBe("existing");
});

test("the id of a closed run is free again as its policy says", () => {
  expect([choose(COMPLETED), choose(FAILED)]).toEqual(["start", "start"]);
  const reject = { usesExisting: true, reuse: "reject" } as const;
  expect([choose(COMPLETED, reject), choose(FAILED, reject)]).toEqual(["ALREADY_EXISTS", "ALREADY_EXISTS"]);
  const failedOnly = { reuse: "allowFailedOnly" } as const;
  expect([choose(COMPLETED, failedOnly), choose(FAILED, failedOnly)]).toEqual(["ALREADY_EXISTS", "start"]);
});
