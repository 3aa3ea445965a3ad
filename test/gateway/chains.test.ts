// M2: the verdict of our own chain validation on every case of chains.ts.
import { expect, test } from "vitest";
import { readPkiBundle } from "#shared/pki-certificate";
import { verifyClientChain, type ChainVerdict } from "#shared/pki-verify";
import { chainCases, type ChainCase } from "./chains.ts";

function verdictOn(one: ChainCase, now = Date.now()): ChainVerdict {
  const [leaf] = readPkiBundle(one.leaf.cert);
  if (leaf === undefined) throw new Error("no leaf");
  const read = (authorities: ChainCase["authorities"]) =>
    authorities.flatMap((authority) => readPkiBundle(authority.pem));
  return verifyClientChain({
    leaf,
    intermediates: read(one.intermediates),
    authorities: read(one.authorities),
    now,
  });
}

test("M2: each chain gets its verdict, and a refused one its reason", async () => {
  const cases = await chainCases();
  expect(cases.length).toBeGreaterThanOrEqual(30);
  const verdicts = cases.map((one) => [one.name, verdictOn(one).refusal === undefined]);
  expect(verdicts).toEqual(cases.map((one) => [one.name, one.accepted]));
});

test("an accepted chain says until when, and is refused after that", async () => {
  const [plain] = await chainCases();
  if (plain === undefined) throw new Error("no case");
  const verdict = verdictOn(plain);
  expect(verdict.refusal).toBeUndefined();
  expect(verdictOn(plain, verdict.notAfterMs - 1).refusal).toBeUndefined();
  expect(verdictOn(plain, verdict.notAfterMs).refusal).toBe("has expired");
  expect(verdictOn(plain, verdict.notBeforeMs - 1).refusal).toBe("is not valid yet");
});
