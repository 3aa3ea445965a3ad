// Mounts the forms behind the links of mails: the only place that takes forms. Each acts through its row of the
// operation table, whose runner refuses it when another site sends it.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { toCloudError } from "#shared/errors";
import type { HttpApp } from "../rest/http-app.ts";
import { linkFormPage, resultPage } from "./link-form-page.ts";
import { LINK_FORMS, type LinkForm } from "./link-forms.ts";

const FORM_BYTES_MAX = 8 * 1024;

/** Runs one row, "Service/Method" of cellplane.cloud.v1, for a browser. */
export type RunForm = (
  rpc: string,
  request: FastifyRequest,
  reply: FastifyReply,
  message: object,
) => Promise<unknown>;

export async function mountLinkForms(app: HttpApp, run: RunForm): Promise<void> {
  await app.fastify.register((scope, _, done) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: FORM_BYTES_MAX },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    );
    for (const form of LINK_FORMS) mountForm(app, scope, form, run);
    done();
  });
}

function mountForm(app: HttpApp, scope: FastifyInstance, form: LinkForm, run: RunForm): void {
  for (const path of [form.path, ...(form.linkPath === undefined ? [] : [form.linkPath])]) {
    app.allow(new RegExp(`^${path}$`), "GET");
    scope.get(path, (request, reply) =>
      sendPage(reply, linkFormPage(form, new URLSearchParams(request.url.split("?")[1]).get("token") ?? "")),
    );
  }
  app.allow(new RegExp(`^${form.path}$`), "POST");
  scope.post(form.path, async (request, reply) => {
    const given = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
    const names = [...(form.hasToken ? ["token"] : []), ...form.fields.map((field) => field.name)];
    const message = Object.fromEntries(names.map((name) => [name, given.get(name) ?? ""]));
    try {
      await run(form.rpc, request, reply, message);
    } catch (error) {
      const failure = toCloudError(error);
      return sendPage(reply.code(failure.httpStatus), resultPage(form.failed, failure.publicMessage));
    }
    return sendPage(reply, resultPage(form.done.title, form.done.text));
  });
}

function sendPage(reply: FastifyReply, text: string): FastifyReply {
  return reply.header("content-type", "text/html; charset=utf-8").send(text);
}
