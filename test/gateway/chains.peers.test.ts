// M2 with a second oracle: `openssl verify -purpose sslclient` on the same chains. It must be installed.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { chainCases, type ChainCase } from "./chains.ts";

function opensslAccepts(one: ChainCase, folder: string): boolean {
  const write = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const pemsOf = (authorities: ChainCase["authorities"]): string =>
    authorities.map((authority) => authority.pem).join("");
  const intermediates = pemsOf(one.intermediates);
  const args = ["verify", "-purpose", "sslclient", "-no-CApath", "-no-CAstore"];
  args.push("-CAfile", write("roots.pem", pemsOf(one.authorities)));
  if (intermediates !== "") args.push("-untrusted", write("untrusted.pem", intermediates));
  args.push(write("leaf.pem", one.leaf.cert));
  try {
    execFileSync("openssl", args, { stdio: "pipe" });
    return true;
  } catch {
    // A refused chain is a non-zero exit.
    return false;
  }
}

test("OpenSSL agrees on every chain where we are not stricter on purpose", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cellplane-chains-"));
  const cases = (await chainCases()).filter((one) => one.stricter !== true);
  const verdicts = cases.map((one) => [one.name, opensslAccepts(one, folder)]);
  rmSync(folder, { recursive: true, force: true });
  expect(verdicts).toEqual(cases.map((one) => [one.name, one.accepted]));
});
