// Stripe's wire protocol: bearer key, form parameters in, JSON out, request ids, idempotency keys, errors in their form.
import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Logger } from "#shared/log";
import { API_VERSION, type Emulator } from "../emulator.ts";
import { invalidRequest, StripeError } from "../stripe-error.ts";
import { expand } from "./expand.ts";
import { formOf, parseForm } from "./form-body.ts";
import { Params } from "./params.ts";
import type { Page } from "../pages/html.ts";
import { sendPage, servePage } from "../pages/serve-page.ts";
import { matchRoute, type Route } from "./route.ts";

const BODY_BYTES_MAX = 1024 * 1024;

export interface ServerOptions {
  emulator: Emulator;
  routes: readonly Route[];
  /** Shows the object of any id, for expand. */
  lookUp: (id: string) => unknown;
  apiKey: string;
  log: Logger;
}

interface Answer {
  status: number;
  body: string;
  requestId: string;
  isReplayed: boolean;
}

export function createStripeServer(options: ServerOptions): Server {
  return createServer((request, response) => {
    const requestId = options.emulator.newId("req");
    answerTo(options, request, requestId)
      .catch((error: unknown) => failureOf(options.log, error, requestId))
      .then(
        (answer) => ("html" in answer ? sendPage(response, answer) : send(response, answer)),
        (error: unknown) => {
          options.log.error({ err: error }, "no answer");
          response.destroy();
        },
      );
  });
}

async function answerTo(
  options: ServerOptions,
  request: IncomingMessage,
  requestId: string,
): Promise<Answer | Page> {
  const body = await readBody(request);
  const url = new URL(request.url ?? "/", "http://stripe.invalid");
  const method = request.method ?? "GET";
  const page = servePage(options.emulator, { method, path: url.pathname, body });
  if (page !== undefined) return page;
  authenticate(request, options.apiKey);
  const isJson = (headerOf(request, "content-type") ?? "").startsWith("application/json");
  const form =
    method === "GET" || method === "DELETE" ? `${url.search.slice(1)}&${body}` : isJson ? formOf(body) : body;
  const key = method === "POST" ? headerOf(request, "idempotency-key") : undefined;
  const work = { method, path: url.pathname, form, requestId, key };
  return key === undefined ? run(options, work) : runOnce(options, { ...work, key });
}

interface Work {
  method: string;
  path: string;
  form: string;
  requestId: string;
  key: string | undefined;
}

/** The first answer to a key is the answer to all its repeats; other parameters under the same key are refused. */
function runOnce(options: ServerOptions, work: Work & { key: string }): Answer {
  const { store } = options.emulator;
  const hash = createHash("sha256").update(`${work.method} ${work.path}\n${work.form}`).digest("hex");
  const known = store.find("idempotency", work.key);
  if (known !== undefined) {
    if (known.request_hash !== hash) {
      throw new StripeError(400, {
        type: "idempotency_error",
        message: `Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than '${work.key}' if you meant to execute a different request.`,
      });
    }
    return { status: known.status, body: known.body, requestId: known.request_id, isReplayed: true };
  }
  return store.transaction(() => {
    const answer = run(options, work);
    // Requests that were refused before anything was done are not remembered, as at Stripe.
    if (answer.status !== 400 && answer.status !== 401 && answer.status !== 429) {
      store.put("idempotency", {
        id: work.key,
        object: "idempotency",
        request_hash: hash,
        status: answer.status,
        body: answer.body,
        request_id: work.requestId,
      });
    }
    return answer;
  });
}

function run(options: ServerOptions, work: Work): Answer {
  try {
    return {
      status: 200,
      body: JSON.stringify(execute(options, work)),
      requestId: work.requestId,
      isReplayed: false,
    };
  } catch (error) {
    return failureOf(options.log, error, work.requestId);
  }
}

function execute(options: ServerOptions, { method, path, form, requestId, key }: Work): unknown {
  const matched = matchRoute(options.routes, method, path);
  if (matched === undefined) {
    throw new StripeError(404, {
      type: "invalid_request_error",
      message: `Unrecognized request URL (${method}: ${path}).`,
    });
  }
  const { emulator } = options;
  const params = new Params(parseForm(form));
  const kept: { failure?: StripeError; shown?: unknown } = emulator.store.transaction(() => {
    emulator.source = { id: requestId, idempotency_key: key ?? null };
    try {
      const shown = matched.route.run({
        emulator,
        params,
        id: (name = "id") => matched.names.get(name) ?? "",
      });
      params.refuseUnread();
      return { shown };
    } catch (error) {
      // A declined charge is an outcome: the attempt stays on record.
      if (error instanceof StripeError && error.body.type === "card_error") return { failure: error };
      throw error;
    }
  });
  if (kept.failure !== undefined) throw kept.failure;
  const shown = structuredClone(kept.shown);
  expand(shown, params.expand(), options.lookUp);
  return shown;
}

function authenticate(request: IncomingMessage, apiKey: string): void {
  const given = headerOf(request, "authorization") ?? "";
  const basic = given.startsWith("Basic ")
    ? Buffer.from(given.slice(6), "base64").toString().replace(/:.*$/, "")
    : "";
  if (given === `Bearer ${apiKey}` || (basic !== "" && basic === apiKey)) return;
  const message =
    given === ""
      ? "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth."
      : "Invalid API Key provided.";
  throw new StripeError(401, { type: "invalid_request_error", message });
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) throw invalidRequest("The request body is too large.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function failureOf(log: Logger, error: unknown, requestId: string): Answer {
  const failure =
    error instanceof StripeError
      ? error
      : new StripeError(500, { type: "api_error", message: "An unknown error occurred." });
  if (failure !== error) log.error({ err: error, requestId }, "a request failed unexpectedly");
  return {
    status: failure.status,
    body: JSON.stringify({ error: { ...failure.body, request_log_url: `/logs/${requestId}` } }),
    requestId,
    isReplayed: false,
  };
}

function send(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    "content-type": "application/json",
    "request-id": answer.requestId,
    "stripe-version": API_VERSION,
    "stripe-should-retry": answer.status >= 500 ? "true" : "false",
    ...(answer.isReplayed ? { "idempotent-replayed": "true" } : {}),
  });
  response.end(answer.body);
}
