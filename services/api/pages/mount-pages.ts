// The plain pages beside the API: addresses, documentation, the mailbox of a standalone cloud, and the confirmation of
// an email address. They act only through rows of the operation table.
import { readFileSync } from "node:fs";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { cloudV1 } from "#contracts";
import { CloudError, toCloudError } from "#shared/errors";
import type { MountedOperation } from "../calls/operation-table.ts";
import type { RunOperation } from "../calls/run-operation.ts";
import { buildOpenApi } from "../openapi/build-document.ts";
import type { HttpApp } from "../rest/http-app.ts";
import { inboundCall } from "../rest/operation-routes.ts";
import { docsPage } from "./docs-page.ts";
import { homePage, type HomeFacts } from "./home-page.ts";
import { mailboxPage } from "./mailbox-page.ts";
import { resultPage, verifyPage } from "./verify-page.ts";

export interface PagePorts {
  table: readonly MountedOperation[];
  run: RunOperation;
  publicUrl: string;
  home: () => Promise<HomeFacts>;
}

const FORM_BYTES_MAX = 8 * 1024;
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
  // The mail's link and the form's address.
  for (const path of ["/verify-email", "/verify"]) {
    fastify.get(path, (request, reply) =>
      sendPage(reply, verifyPage(new URLSearchParams(request.url.split("?")[1]).get("token") ?? "")),
    );
  }
  const pages = ["/", "/docs", "/openapi.json", "/assets/style.css", "/mailbox", "/verify-email", "/verify"];
  for (const path of pages) app.allow(new RegExp(`^${path.replaceAll(".", "\\.")}$`), "GET");
  await mountVerification(app, ports);
}

/** The only place that takes a form; the runner refuses it when another site sends it. */
async function mountVerification(app: HttpApp, ports: PagePorts): Promise<void> {
  app.allow(/^\/verify$/, "POST");
  await app.fastify.register((scope, _, done) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_BYTES_MAX },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    scope.post("/verify", async (request, reply) => {
      const token = request.body instanceof URLSearchParams ? request.body.get("token") : null;
      try {
        await runRow(ports, "AccountService/VerifyEmail", request, reply, { token: token ?? "" });
      } catch (error) {
        const failure = toCloudError(error);
        return sendPage(
          reply.code(failure.httpStatus),
          resultPage("The address was not confirmed", failure.publicMessage),
        );
      }
      return sendPage(
        reply,
        resultPage("Email address confirmed", "Your account is being made. You can sign in now."),
      );
    });
    done();
  });
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
