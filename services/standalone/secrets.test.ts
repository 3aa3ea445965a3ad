// The secrets of an installation: made once, its own, and for its owner's eyes.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { loadSecrets } from "./secrets.ts";

const OWNER_ONLY = 0o600;
const PERMISSION_BITS = 0o777;
const directories = [1, 2].map(() => mkdtempSync(join(tmpdir(), "cellplane-secrets-")));
afterAll(() => {
  for (const directory of directories) rmSync(directory, { recursive: true });
});

it("B5: are random in each installation, the same at its next start, and readable by their owner alone", () => {
  const [one, other] = directories.map(loadSecrets);
  const all = [...Object.values(one ?? {}), ...Object.values(other ?? {})];

  expect(new Set(all).size).toBe(all.length);
  expect(loadSecrets(directories[0] ?? "")).toEqual(one);
  for (const directory of directories)
    expect(statSync(join(directory, "secrets.json")).mode & PERMISSION_BITS).toBe(OWNER_ONLY);
});
