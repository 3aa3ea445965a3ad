// Keeps audited calls on disk until the control plane has them: an intent before the call reaches its cell, its outcome
// after. One file of lines, written and synced in groups; emptied when nothing is left, written anew when most of it is
// done with. Bounded: when it is full, audited calls are refused rather than made without a record.
import {
  closeSync,
  fdatasync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readFileSync,
  renameSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { promisify } from "node:util";
import { CloudError } from "#shared/errors";

const syncFile = promisify(fdatasync);

export interface SpooledCall {
  id: string;
  accountId: string;
  namespace: string;
  timeMs: number;
  method: string;
  /** A gRPC status, or "UNKNOWN" for a call during which this process ended. Empty while it runs. */
  status: string;
  principalId: string;
  apiKeyId: string;
  certificateSubject: string;
  remoteAddress: string;
  details: Record<string, string>;
}

type Line = { call: SpooledCall } | { id: string; status: string } | { done: string[] };

export interface SpoolLimits {
  /** Of what waits for the control plane. */
  waitingBytesMax: number;
  /** Of it, what one account may have. */
  accountBytesMax: number;
  /** A file of this size is written anew as soon as half of it is done with. */
  fileBytesMax: number;
}

export class AuditSpool {
  readonly #path: string;
  readonly #limits: SpoolLimits;
  readonly #calls = new Map<string, SpooledCall>();
  #file: number;
  #fileBytes = 0;
  #waitingBytes = 0;
  readonly #accountBytes = new Map<string, number>();
  #queue: { text: string; resolve: () => void; reject: (error: unknown) => void }[] = [];
  #isWriting = false;

  constructor(path: string, limits: SpoolLimits) {
    this.#path = path;
    this.#limits = limits;
    for (const call of readCalls(path)) this.#keep(call);
    this.#file = this.#rewrite();
  }

  get waiting(): number {
    return this.#calls.size;
  }

  /** Half of the room is taken. */
  get isFilling(): boolean {
    return this.#waitingBytes > this.#limits.waitingBytesMax / 2;
  }

  /** Resolves when the intent is on disk. Errors: UNAVAILABLE when the spool is full or the disk refuses. */
  async begin(call: Omit<SpooledCall, "status">): Promise<void> {
    const ofAccount = this.#accountBytes.get(call.accountId) ?? 0;
    if (this.#waitingBytes >= this.#limits.waitingBytesMax || ofAccount >= this.#limits.accountBytesMax) {
      throw new CloudError(
        "UNAVAILABLE",
        "This call must be audited, and its record cannot be kept now. Try again later.",
        {
          internalDetail: "the audit spool is full: the control plane has not taken records for long",
        },
      );
    }
    const begun = { ...call, status: "" };
    this.#keep(begun);
    try {
      await this.#append({ call: begun });
    } catch (error) {
      this.#forget(call.id);
      throw new CloudError("UNAVAILABLE", "This call must be audited, and its record cannot be kept now.", {
        cause: error,
      });
    }
  }

  /** The call's outcome. Without it on disk the outcome is "UNKNOWN" after a crash; the call itself is not lost. */
  end(id: string, status: string): void {
    const call = this.#calls.get(id);
    if (call === undefined || call.status !== "") return;
    call.status = status;
    this.#append({ id, status }).catch(() => undefined);
  }

  /** Calls with an outcome, oldest first. */
  ended(limit: number): SpooledCall[] {
    const ended: SpooledCall[] = [];
    for (const call of this.#calls.values()) {
      if (ended.length >= limit) break;
      if (call.status !== "") ended.push(call);
    }
    return ended;
  }

  /** The control plane has them. A mark that is lost costs a repeat, which it recognises by the id. */
  async done(calls: readonly SpooledCall[]): Promise<void> {
    for (const { id } of calls) this.#forget(id);
    await this.#append({ done: calls.map(({ id }) => id) });
    const isWorthIt = this.#fileBytes > this.#limits.fileBytesMax && this.#waitingBytes < this.#fileBytes / 2;
    if (this.#queue.length === 0 && !this.#isWriting && (this.#calls.size === 0 || isWorthIt)) {
      closeSync(this.#file);
      this.#file = this.#rewrite();
    }
  }

  close(): void {
    closeSync(this.#file);
  }

  #keep(call: SpooledCall): void {
    this.#calls.set(call.id, call);
    this.#count(call, 1);
  }

  #forget(id: string): void {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    this.#calls.delete(id);
    this.#count(call, -1);
  }

  /** The size without the status, which changes while the call is kept. */
  #count(call: SpooledCall, sign: 1 | -1): void {
    const bytes = sign * JSON.stringify({ ...call, status: "" }).length;
    this.#waitingBytes += bytes;
    const ofAccount = (this.#accountBytes.get(call.accountId) ?? 0) + bytes;
    if (ofAccount > 0) this.#accountBytes.set(call.accountId, ofAccount);
    else this.#accountBytes.delete(call.accountId);
  }

  /** What waits, in a new file that takes the old one's place at once. */
  #rewrite(): number {
    const text = [...this.#calls.values()].map((call) => `${JSON.stringify({ call })}\n`).join("");
    const next = `${this.#path}.new`;
    writeFileSync(next, text, { mode: 0o600, flush: true });
    renameSync(next, this.#path);
    syncFolder(dirname(this.#path));
    this.#fileBytes = Buffer.byteLength(text);
    return openSync(this.#path, "a", 0o600);
  }

  #append(line: Line): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ text: `${JSON.stringify(line)}\n`, resolve, reject });
      if (!this.#isWriting) void this.#write();
    });
  }

  /** All that gathered during a sync is written with the next one. */
  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#queue.length > 0) {
      const group = this.#queue;
      this.#queue = [];
      const bytes = Buffer.from(group.map(({ text }) => text).join(""));
      try {
        writeWhole(this.#file, bytes, this.#fileBytes);
        this.#fileBytes += bytes.length;
        await syncFile(this.#file);
        for (const { resolve } of group) resolve();
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
    }
    this.#isWriting = false;
  }
}

/** The new name must be on disk before lines are added under it. */
function syncFolder(path: string): void {
  const folder = openSync(path, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** A full disk must not leave half a line before the next one. */
function writeWhole(file: number, bytes: Buffer, before: number): void {
  try {
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
  } catch (error) {
    ftruncateSync(file, before);
    throw error;
  }
}

/** What the file says is still to be told; calls without an outcome were running when the process ended. */
function readCalls(path: string): SpooledCall[] {
  const calls = new Map<string, SpooledCall>();
  for (const text of readText(path).split("\n")) {
    const line = parseLine(text);
    if (line === undefined) continue;
    if ("call" in line) calls.set(line.call.id, line.call);
    else if ("done" in line) for (const id of line.done) calls.delete(id);
    else {
      const call = calls.get(line.id);
      if (call !== undefined) call.status = line.status;
    }
  }
  return [...calls.values()].map((call) => (call.status === "" ? { ...call, status: "UNKNOWN" } : call));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
    throw error;
  }
}

/** Undefined for a line that was cut off when the machine stopped: its call was never made. */
function parseLine(text: string): Line | undefined {
  if (text === "") return undefined;
  try {
    // Only this file writes lines.
    return JSON.parse(text) as Line;
  } catch {
    return undefined;
  }
}
