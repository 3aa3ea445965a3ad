// Temporal's own Web UI with the server it ships with, as people run it beside a cluster: built once, and pointed at one
// address with a client certificate.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eventually } from "#harness/eventually";
import { builtGoTool } from "#harness/go-tool";
import { freePort } from "#harness/ports";

/** The newest version that the Go on a test machine builds. */
const WEB_UI = {
  name: "temporal-ui-server",
  package: "github.com/temporalio/ui-server/v2/cmd/server",
  version: "v2.54.0",
};

export interface WebUiTarget {
  /** host:port of the gateway. */
  address: string;
  namespace: string;
  /** Files in PEM. */
  caFile: string;
  certFile: string;
  keyFile: string;
}

export interface WebUiServer {
  url: string;
  stop(): Promise<void>;
}

export async function startWebUi(target: WebUiTarget): Promise<WebUiServer> {
  const binary = await builtGoTool(WEB_UI);
  const root = mkdtempSync(join(tmpdir(), "cellplane-web-ui-"));
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  mkdirSync(join(root, "config"));
  writeFileSync(join(root, "config", "gateway.yaml"), configOf(target, { port, url }));
  const child = spawn(binary, ["--root", root, "--config", "config", "--env", "gateway", "start"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  }
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const stop = async (): Promise<void> => {
    child.kill("SIGTERM");
    await ended;
    rmSync(root, { recursive: true, force: true });
  };
  try {
    await eventually(async () => (await fetch(`${url}/healthz`)).ok, { what: "the Web UI" });
  } catch (error) {
    await stop();
    throw new Error(`the Web UI does not serve:\n${printed}`, { cause: error });
  }
  return { url, stop };
}

function configOf(target: WebUiTarget, { port, url }: { port: number; url: string }): string {
  return [
    `temporalGrpcAddress: ${target.address}`,
    `port: ${String(port)}`,
    "enableUi: true",
    "disableNewsFetch: true",
    `defaultNamespace: ${target.namespace}`,
    `cors: { cookieInsecure: true, allowOrigins: ["${url}"] }`,
    "tls:",
    `  caFile: ${JSON.stringify(target.caFile)}`,
    `  certFile: ${JSON.stringify(target.certFile)}`,
    `  keyFile: ${JSON.stringify(target.keyFile)}`,
    "  enableHostVerification: true",
    "",
  ].join("\n");
}
