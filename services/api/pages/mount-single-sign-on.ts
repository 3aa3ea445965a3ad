// The two addresses of single sign-on that browsers come to: where it begins, and where the provider sends them back.
// They act through their rows of the operation table; a cookie keeps the two together.
import type { FastifyReply, FastifyRequest } from "fastify";
import type { cloudV1 } from "#contracts";
import { toCloudError } from "#shared/errors";
import { isEncrypted, type HttpApp } from "../rest/http-app.ts";
import { resultPage } from "./link-form-page.ts";
import type { RunForm } from "./mount-link-forms.ts";

/** As long as a sign-in may take. */
const COOKIE_SECONDS = 600;
const COOKIE_VALUE = /^[\w-]{1,128}$/;

export function mountSingleSignOn(app: HttpApp, run: RunForm, publicUrl: string): void {
  app.allow(/^\/sso\/[^/]+$/, "GET");
  const cookieOf = (request: FastifyRequest): { name: string; attributes: string } => {
    const isSecure = isEncrypted(request) || publicUrl.startsWith("https:");
    return {
      name: isSecure ? "__Host-cellplane_sso" : "cellplane_sso",
      attributes: `Path=/; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`,
    };
  };
  app.fastify.get("/sso/:accountId", (request, reply) =>
    orFailure(reply, async () => {
      const { accountId } = request.params as { accountId: string };
      const { return_to: returnTo } = request.query as { return_to?: unknown };
      const message = { accountId, returnTo: typeof returnTo === "string" ? returnTo : "" };
      const begun = (await run("SingleSignOnService/BeginSingleSignOn", request, reply, message)) as Begun;
      const { name, attributes } = cookieOf(request);
      reply.header("set-cookie", `${name}=${begun.browserSecret}; ${attributes}; Max-Age=${COOKIE_SECONDS}`);
      return reply.redirect(begun.authorizationUrl, 302);
    }),
  );
  app.fastify.get("/sso/callback", (request, reply) =>
    orFailure(reply, async () => {
      const { name, attributes } = cookieOf(request);
      const callbackQuery = request.url.split("?")[1] ?? "";
      const message = { callbackQuery, browserSecret: cookieNamed(request.headers.cookie, name) };
      const done = (await run("SingleSignOnService/CompleteSingleSignOn", request, reply, message)) as Done;
      reply.header("set-cookie", `${name}=; ${attributes}; Max-Age=0`);
      return reply.redirect(done.returnTo, 302);
    }),
  );
}

type Begun = Required<cloudV1.IBeginSingleSignOnResponse> & { authorizationUrl: string };
type Done = { returnTo: string };

async function orFailure(reply: FastifyReply, work: () => Promise<FastifyReply>): Promise<FastifyReply> {
  try {
    return await work();
  } catch (error) {
    const failure = toCloudError(error);
    return reply
      .code(failure.httpStatus)
      .header("content-type", "text/html; charset=utf-8")
      .send(resultPage("You are not signed in", failure.publicMessage));
  }
}

/** Two of that name are none: one of them was planted. */
function cookieNamed(header: string | undefined, name: string): string {
  const values = (header ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  const [value = ""] = values;
  return values.length === 1 && COOKIE_VALUE.test(value) ? value : "";
}
