// A customer's HTTP client: JSON over the public address, with a session cookie first and an API key later.
import { z } from "zod";
import { delay } from "#shared/clock";

const REQUEST_TIMEOUT_MS = 15_000;
const OPERATION_TIMEOUT_MS = 60_000;
const OPERATION_POLL_MS = 100;

const operationSchema = z.object({
  asyncOperation: z.object({ id: z.string(), state: z.string(), failureReason: z.string().optional() }),
});

/** An answer that was not 2xx, with what the server said. */
export class RefusedError extends Error {
  constructor(
    readonly status: number,
    readonly body: string,
    request: string,
  ) {
    super(`${request} answered ${status}: ${body.slice(0, 500)}`);
    this.name = "RefusedError";
  }
}

export class Customer {
  readonly #baseUrl: string;
  #cookie = "";
  #csrfToken = "";
  #apiKey = "";

  constructor(baseUrl: string) {
    this.#baseUrl = baseUrl;
  }

  useSession(csrfToken: string): void {
    this.#csrfToken = csrfToken;
  }

  useApiKey(token: string): void {
    this.#apiKey = token;
    this.#cookie = "";
  }

  async get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse(JSON.parse(await this.#send("GET", path, undefined)));
  }

  async post<Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.infer<Schema>> {
    return schema.parse(JSON.parse(await this.#send("POST", path, body)));
  }

  async remove<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.infer<Schema>> {
    return schema.parse(JSON.parse(await this.#send("DELETE", path, undefined)));
  }

  async text(path: string): Promise<string> {
    return this.#send("GET", path, undefined);
  }

  /** Follows an asynchronous operation until it is fulfilled; throws with its reason when it fails. */
  async fulfilled(operationId: string): Promise<void> {
    const deadline = performance.now() + OPERATION_TIMEOUT_MS;
    for (;;) {
      const { asyncOperation } = await this.get(
        `/cloud/operations/${encodeURIComponent(operationId)}`,
        operationSchema,
      );
      if (asyncOperation.state === "STATE_FULFILLED") return;
      if (["STATE_FAILED", "STATE_CANCELLED", "STATE_REJECTED"].includes(asyncOperation.state)) {
        throw new Error(
          `operation ${operationId} ended ${asyncOperation.state}: ${asyncOperation.failureReason ?? ""}`,
        );
      }
      if (performance.now() > deadline)
        throw new Error(`operation ${operationId} is still ${asyncOperation.state}`);
      await delay(OPERATION_POLL_MS);
    }
  }

  async #send(method: "GET" | "POST" | "DELETE", path: string, body: unknown): Promise<string> {
    const response = await fetch(new URL(path, this.#baseUrl), {
      method,
      headers: this.#headers(body !== undefined),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS),
    });
    for (const cookie of response.headers.getSetCookie()) this.#cookie = cookie.split(";")[0] ?? "";
    const text = await response.text();
    if (!response.ok) throw new RefusedError(response.status, text, `${method} ${path}`);
    return text;
  }

  #headers(hasBody: boolean): Record<string, string> {
    return {
      ...(hasBody ? { "content-type": "application/json" } : {}),
      ...(this.#apiKey === "" ? {} : { authorization: `Bearer ${this.#apiKey}` }),
      ...(this.#cookie === "" ? {} : { cookie: this.#cookie, origin: this.#baseUrl }),
      ...(this.#csrfToken === "" ? {} : { "x-csrf-token": this.#csrfToken }),
    };
  }
}
