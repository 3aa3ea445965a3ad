// Serves the built console (web/, built to dist/web): hashed files that never change, and one page for every address
// that a browser asks for. Programs that ask for such an address get what they got without a console: JSON or a plain page.
import { existsSync, readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { HttpApp } from "../rest/http-app.ts";

const ASSET_SECONDS = 365 * 24 * 3600;
const ICON_SECONDS = 24 * 3600;
/** Addresses of programs, where a browser too gets the program's answer. */
const NOT_PAGES =
  /^\/(api|cloud|codec-worker|console|assets|docs|openapi\.json|ca\.pem|downloads|webhooks)(\/|$|\?)/;

/** Does nothing when no console was built. */
export async function mountConsole(app: HttpApp, directory = builtConsole()): Promise<void> {
  if (directory === undefined) return;
  const index = readFileSync(`${directory}/index.html`, "utf8");
  await app.fastify.register((scope) => mountAssets(scope, `${directory}/console`));
  const icon = readFileSync(`${directory}/console-icon.svg`);
  app.fastify.get("/console-icon.svg", (_, reply) =>
    reply
      .header("content-type", "image/svg+xml")
      .header("cache-control", `public, max-age=${ICON_SECONDS}`)
      .send(icon),
  );
  app.fastify.addHook("onRequest", async (request, reply) => {
    if (!isNavigation(request) || NOT_PAGES.test(request.url)) return undefined;
    return reply
      .code(200)
      .header("content-type", "text/html; charset=utf-8")
      .header("vary", "accept")
      .send(index);
  });
}

async function mountAssets(scope: FastifyInstance, root: string): Promise<void> {
  // Our server refuses to write a body for HEAD, and by an exception; the library would stream one.
  scope.addHook("onSend", async (request, _, payload) => {
    if (request.method !== "HEAD") return payload;
    if (payload instanceof Readable) payload.destroy();
    return null;
  });
  await scope.register(fastifyStatic, {
    root,
    prefix: "/console/",
    index: false,
    list: false,
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    dotfiles: "deny",
    setHeaders: (reply) => void reply.header("cache-control", `public, max-age=${ASSET_SECONDS}, immutable`),
  });
}

/** Browsers ask for pages with text/html first; fetch and curl do not. */
function isNavigation({ method, headers }: FastifyRequest): boolean {
  return method === "GET" && (headers.accept ?? "").startsWith("text/html");
}

/** The built code runs from dist/services/api/console; the sources from services/api/console. */
export function builtConsole(): string | undefined {
  const candidates = ["../../../web", "../../../dist/web"].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  return candidates.find((path) => existsSync(`${path}/console`));
}
