// How often each approval was used at this gateway: in memory, and in a file so that a restart does not give uses back.
// Approvals are few and made by people, so each use is written and synced before its call goes on.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from "node:fs";
import type { GrantRecord } from "../directory/directory-view.ts";

/** Lines read at a start; the file begins anew with what still counts. */
const LINES_MAX = 100_000;

export class GrantUses {
  readonly #file: string;
  readonly #used = new Map<string, { count: number; expiresAtMs: number }>();

  constructor(file: string, now: number) {
    this.#file = file;
    for (const line of readLines(file)) {
      const [grantId = "", expires = ""] = line.split(" ");
      if (Number(expires) > now) this.#count(grantId, Number(expires));
    }
    const kept = [...this.#used].flatMap(([grantId, { count, expiresAtMs }]) =>
      Array<string>(count).fill(lineOf(grantId, expiresAtMs)),
    );
    write(file, "w", kept.join(""));
  }

  isLeft(grant: GrantRecord, now: number): boolean {
    return now < grant.expiresAtMs && (this.#used.get(grant.grantId)?.count ?? 0) < grant.uses;
  }

  /** Errors: those of the file system; then the approval is not used and the call must not go on. */
  use({ grantId, expiresAtMs }: GrantRecord): void {
    write(this.#file, "a", lineOf(grantId, expiresAtMs));
    this.#count(grantId, expiresAtMs);
  }

  #count(grantId: string, expiresAtMs: number): void {
    const count = (this.#used.get(grantId)?.count ?? 0) + 1;
    this.#used.set(grantId, { count, expiresAtMs });
  }
}

function lineOf(grantId: string, expiresAtMs: number): string {
  return `${grantId} ${expiresAtMs}\n`;
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n").slice(0, LINES_MAX);
  } catch (error) {
    // A first start has no file; anything else must be seen.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function write(file: string, flags: "a" | "w", text: string): void {
  const descriptor = openSync(file, flags, 0o600);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
