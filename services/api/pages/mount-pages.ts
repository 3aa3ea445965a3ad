// The plain pages beside the API: addresses, documentation, the mailbox of a standalone cloud, and the forms behind the
// links of mails. They act only through rows of the operation table.
import { readFileSync } from "node:fs";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { cloudV1 } from "#contracts";
import { CloudError } from "#shared/errors";
import type { MountedOperation } from "../calls/operation-table.ts";
import type { RunOperation } from "../calls/run-operation.ts";
import { buildOpenApi } from "../openapi/build-document.ts";
import type { HttpApp } from "../rest/http-app.ts";
import { inboundCall } from "../rest/operation-routes.ts";
import { docsPage } from "./docs-page.ts";
import { homePage, type HomeFacts } from "./home-page.ts";
import { mailboxPage } from "./mailbox-page.ts";
import { mountLinkForms, type RunForm } from "./mount-link-forms.ts";
import { mountSingleSignOn } from "./mount-single-sign-on.ts";

export interface PagePorts {
  table: readonly MountedOperation[];
  run: RunOperation;
  publicUrl: string;
  home: () => Promise<HomeFacts>;
  /** PEM of the installation's own authority, for clients that do not know it. */
  authority?: string;
}

const ASSET_SECONDS = 300;

export async function mountPages(app: HttpApp, ports: PagePorts): Promise<void> {
  const { fastify } = app;
  const document = buildOpenApi(ports.table);
  const [documentText, docs] = [JSON.stringify(document), docsPage(document)];
  const style = readFileSync(new URL("style.css", import.meta.url), "utf8");
  fastify.get("/", async (_, reply) => sendPage(reply, homePage(await ports.home())));
  fastify.get("/docs", (_, reply) => sendPage(reply, docs));
  fastify.get("/openapi.json", (_, reply) => sendText(reply, "application/json", documentText));
  fastify.get("/assets/style.css", (_, reply) =>
    sendText(reply.header("cache-control", `public, max-age=${ASSET_SECONDS}`), "text/css", style),
  );
  fastify.get("/mailbox", async (request, reply) => {
    const { mails } = (await runRow(ports, "MailboxService/GetMails", request, reply, {})) as {
      mails: cloudV1.IMail[];
    };
    return sendPage(reply, mailboxPage(mails, ports.publicUrl));
  });
  const { authority } = ports;
  if (authority !== undefined)
    fastify.get("/ca.pem", (_, reply) => sendText(reply, "application/x-pem-file", authority));
  const pages = ["/", "/docs", "/openapi.json", "/assets/style.css", "/mailbox"];
  for (const path of pages) app.allow(new RegExp(`^${path.replaceAll(".", "\\.")}$`), "GET");
  const run: RunForm = (rpc, request, reply, message) => runRow(ports, rpc, request, reply, message);
  await mountLinkForms(app, run);
  mountSingleSignOn(app, run, ports.publicUrl);
}

function runRow(
  ports: PagePorts,
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
  message: object,
): Promise<unknown> {
  const mounted = ports.table.find(({ method }) => method.path === `/cellplane.cloud.v1.${name}`);
  if (mounted === undefined) throw new CloudError("NOT_FOUND", "There is nothing at this path.");
  return ports.run(mounted, inboundCall(request, reply, ports), message);
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return sendText(reply, "text/html; charset=utf-8", text);
}

function sendText(reply: FastifyReply, contentType: string, text: string): FastifyReply {
  return reply.header("content-type", contentType).send(text);
}
