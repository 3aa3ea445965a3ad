// The calls of the load generator: raw messages over the project's own client, on two connections, counted.
import { methodOf } from "#contracts";
import { createUnaryClient, type UnaryClient } from "#wire";
import type { LoadPlan } from "./plan.ts";

const CONNECTIONS = 2;
const DEADLINE_MS = 70_000;
const SERVICE = "temporal.api.workflowservice.v1.WorkflowService";

export class Calls {
  readonly #clients: UnaryClient[];
  readonly #methods = new Map<string, ReturnType<typeof methodOf>>();
  readonly #metadata: Record<string, string>;
  #next = 0;
  made = 0;

  constructor({
    address,
    namespace,
    tls,
    apiKey,
  }: Pick<LoadPlan, "address" | "namespace" | "tls" | "apiKey">) {
    const { serverName: servername, ...trust } = tls ?? {};
    const secured = tls === undefined ? {} : { tls: { servername, ...trust } };
    this.#clients = Array.from({ length: CONNECTIONS }, () =>
      createUnaryClient({ address, token: apiKey, ...secured }),
    );
    this.#metadata = { "temporal-namespace": namespace };
  }

  /** Types are the caller's word: the method's own codecs encode and decode. Errors: CloudError. */
  async call<Request, Response>(name: string, request: Request, signal?: AbortSignal): Promise<Response> {
    let method = this.#methods.get(name);
    if (method === undefined) this.#methods.set(name, (method = methodOf(`${SERVICE}/${name}`)));
    const client = this.#clients[(this.#next = (this.#next + 1) % CONNECTIONS)];
    if (client === undefined) throw new Error("no client");
    const options = { metadata: this.#metadata, deadlineMs: DEADLINE_MS, signal };
    const answer = await client.call(method.path, method.request.encode(request), options);
    this.made += 1;
    return method.response.decode(answer) as Response;
  }

  close(): void {
    for (const client of this.#clients) client.close();
  }
}
