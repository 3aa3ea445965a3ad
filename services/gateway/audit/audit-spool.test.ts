// The spool of audited calls: nothing that was begun is lost, whatever ends the process, and it stays bounded.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { AuditSpool, type SpooledCall } from "./audit-spool.ts";

const LIMITS = { waitingBytesMax: 1_000_000, accountBytesMax: 1_000_000, fileBytesMax: 10_000 };
let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-spool-"));
  path = join(folder, "spool");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const call = (id: string): Omit<SpooledCall, "status"> => ({
  id,
  accountId: "a",
  namespace: "n.a",
  timeMs: 1,
  method: "TerminateWorkflowExecution",
  principalId: "p",
  apiKeyId: "k",
  certificateSubject: "",
  remoteAddress: "192.0.2.1",
  details: { workflowId: "w" },
});
const told = (spool: AuditSpool): [string, string][] =>
  spool.ended(100).map(({ id, status }) => [id, status]);

test("what was begun is there after a crash, with its outcome if that was known", async () => {
  const spool = new AuditSpool(path, LIMITS);
  await Promise.all(["1", "2", "3"].map((id) => spool.begin(call(id))));
  expect(told(spool)).toEqual([]);
  spool.end("1", "OK");
  spool.end("1", "INTERNAL");
  await spool.begin(call("4"));
  await spool.done(spool.ended(1));
  // The process ends here without closing; half a line was on its way.
  appendFileSync(path, '{"call":{"id":"5"');
  const next = new AuditSpool(path, LIMITS);
  expect(told(next)).toEqual([
    ["2", "UNKNOWN"],
    ["3", "UNKNOWN"],
    ["4", "UNKNOWN"],
  ]);
  await next.begin(call("6"));
  expect(told(new AuditSpool(path, LIMITS)).at(-1)).toEqual(["6", "UNKNOWN"]);
});

test("it refuses when it is full, and takes calls again when some were handed over", async () => {
  const spool = new AuditSpool(path, { ...LIMITS, waitingBytesMax: 1_000 });
  for (let id = 0; id < 10; id += 1) {
    await spool.begin(call(String(id))).catch(() => undefined);
    spool.end(String(id), "OK");
  }
  await expect(spool.begin(call("x"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(spool.waiting).toBeLessThan(10);
  await spool.done(spool.ended(100));
  await spool.begin(call("y"));
  expect(spool.waiting).toBe(1);
});

test("its file does not grow with what was handed over, and is for its owner only", async () => {
  const spool = new AuditSpool(path, LIMITS);
  await spool.begin(call("old"));
  for (let id = 0; id < 200; id += 1) {
    await spool.begin(call(String(id)));
    spool.end(String(id), "OK");
    await spool.done(spool.ended(10));
  }
  expect(statSync(path).size).toBeLessThan(30_000);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  spool.end("old", "OK");
  await spool.done(spool.ended(10));
  expect(readFileSync(path, "utf8")).toBe("");
});

test("a disk that refuses refuses the call", async () => {
  const spool = new AuditSpool(path, LIMITS);
  spool.close();
  await expect(spool.begin(call("1"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  expect(spool.waiting).toBe(0);
});

test("one account does not take the room of all", async () => {
  const spool = new AuditSpool(path, { ...LIMITS, accountBytesMax: 300 });
  await spool.begin(call("1"));
  await spool.begin(call("2"));
  await expect(spool.begin(call("3"))).rejects.toMatchObject({ code: "UNAVAILABLE" });
  await spool.begin({ ...call("4"), accountId: "b" });
  spool.end("1", "OK");
  await spool.done(spool.ended(1));
  await spool.begin(call("5"));
});
