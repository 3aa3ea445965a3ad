// How the api serves the built console: to browsers, under the strict policy, and never in the way of programs.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { randomIds } from "#shared/ids";
import { createLogger } from "#shared/log";
import { mountConsole } from "../../services/api/console/mount-console.ts";
import { createHttpApp, type HttpApp } from "../../services/api/rest/http-app.ts";

const SCRIPT = "export const answer = 42;\n";
const BROWSER = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

let directory: string;
let app: HttpApp;
let server: net.Server;
let url: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "cellplane-console-"));
  mkdirSync(join(directory, "console"));
  writeFileSync(join(directory, "index.html"), "<!doctype html><title>The console</title>");
  writeFileSync(join(directory, "console-icon.svg"), "<svg xmlns='http://www.w3.org/2000/svg'/>");
  writeFileSync(join(directory, "console", "main-a1b2.js"), SCRIPT);
  writeFileSync(join(directory, "console", "main-a1b2.js.br"), brotliCompressSync(SCRIPT));
  const log = createLogger({ process: "api", level: "silent" });
  app = await createHttpApp({ ids: randomIds, log, publicUrl: "http://localhost" });
  await mountConsole(app, directory);
  app.fastify.get("/", (_, reply) => reply.send("the plain page"));
  await app.fastify.ready();
  server = net.createServer((socket) => void app.http1.emit("connection", socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});

afterAll(async () => {
  server.close();
  app.http1.closeAllConnections();
  await app.fastify.close();
  rmSync(directory, { recursive: true });
});

test.each(["/", "/namespaces/orders.a1b2c/settings", "/verify-email?token=x", "/nothing/at/all"])(
  "a browser that goes to %s gets the console, never cached, under the strict policy",
  async (path) => {
    const answer = await fetch(url + path, { headers: BROWSER });

    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("The console");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|\*/);
  },
);

test("programs get what they got before: the plain page, and NOT_FOUND as JSON", async () => {
  expect(await (await fetch(url)).text()).toBe("the plain page");
  const missing = await fetch(`${url}/nothing`);
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ code: 5 });
});

test.each(["/api/v1/nothing", "/cloud/nothing", "/console/nothing.js"])(
  "%s is no page, whoever asks",
  async (path) => {
    const answer = await fetch(url + path, { headers: BROWSER });

    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ code: 5 });
  },
);

test("a page answers GET only: a form that is posted to its address is refused", async () => {
  const answer = await fetch(`${url}/namespaces`, { method: "POST", headers: BROWSER, body: "{}" });

  expect(answer.status).not.toBe(200);
});

test("hashed files are cached for a year and sent compressed to who takes it", async () => {
  const packed = await fetch(`${url}/console/main-a1b2.js`, { headers: { "accept-encoding": "br" } });
  expect(packed.headers.get("content-encoding")).toBe("br");
  expect(packed.headers.get("cache-control")).toContain("immutable");
  expect(packed.headers.get("x-content-type-options")).toBe("nosniff");
  expect(await packed.text()).toBe(SCRIPT);

  const plain = await fetch(`${url}/console/main-a1b2.js`, { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await plain.text()).toBe(SCRIPT);
});

test("HEAD of a file is answered without a body, and the server lives on", async () => {
  const head = await fetch(`${url}/console/main-a1b2.js`, { method: "HEAD" });
  expect(head.status).toBe(200);
  expect(await head.text()).toBe("");

  expect((await fetch(`${url}/console/main-a1b2.js`)).status).toBe(200);
});

test.each(["/console/..%2findex.html", "/console/%2e%2e/index.html", "/console/.hidden"])(
  "%s does not leave the folder",
  async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  },
);
