// h2spec's conformance cases for HTTP/2 and HPACK against a wire listener. Needs Go, which builds h2spec.
import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { listen, STRANGER_LIMITS, type Listener } from "#wire";

const run = promisify(execFile);
const BODY = Buffer.from("x".repeat(20));

/** Answers every request with a small body, as h2spec expects of a web server. */
function listenAsWebServer(): Promise<Listener> {
  return listen({
    address: "127.0.0.1:0",
    limits: STRANGER_LIMITS,
    onStream: (stream) => {
      const answer = (isEnd: boolean): void => {
        if (!isEnd) return;
        stream.sendHeaders([":status", "200", "content-length", String(BODY.length)]);
        stream.sendData(BODY, true);
      };
      stream.events = {
        headers: (_headers, isEnd) => answer(isEnd),
        data: (chunk, isEnd) => {
          stream.consume(chunk.length);
          answer(isEnd);
        },
        sent: () => undefined,
        closed: () => undefined,
      };
    },
  });
}

test("all cases of h2spec pass", async () => {
  const folder = mkdtempSync(join(tmpdir(), "cellplane-h2spec-"));
  const listener = await listenAsWebServer();
  try {
    await run("go", ["install", "github.com/summerwind/h2spec/cmd/h2spec@latest"], {
      env: { ...process.env, GOBIN: folder, GOFLAGS: "-mod=mod" },
    });
    const port = listener.address.slice(listener.address.lastIndexOf(":") + 1);
    const { stdout } = await run(join(folder, "h2spec"), ["-h", "127.0.0.1", "-p", port, "-o", "5"]);
    expect(stdout).toMatch(/145 tests, 145 passed, 0 skipped, 0 failed/);
  } finally {
    await listener.stop(100);
    rmSync(folder, { recursive: true, force: true });
  }
});
