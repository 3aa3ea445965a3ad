// A namespace's codec server, asked from the browser by Temporal's remote codec protocol (POST <endpoint>/decode and
// /encode with {"payloads": [...]}). We never see what it answers. The page's policy lets it talk to nobody but us, so a
// worker asks, which the server serves with the right to reach this one codec server.
import type { Payload } from "#format/payload";
import type { Schemas } from "#api/client";

export type CodecSpec = Schemas["temporal.api.cloud.namespace.v1.CodecServerSpec"];

interface Answer {
  id: number;
  payloads?: Payload[];
  error?: string;
}

interface Waiting {
  resolve: (payloads: Payload[]) => void;
  reject: (error: Error) => void;
}

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): string;
  };
}

const PATH = "/codec-worker/";
/** Payloads in one question. */
const BATCH_MAX = 100;

let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;

/** A worker's script may come from our own path only. */
function scriptOf(namespace: string): string {
  const url = `${PATH}${encodeURIComponent(namespace)}.js`;
  const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy("codec-worker", {
    createScriptURL: (text) => {
      if (!text.startsWith(PATH)) throw new TypeError("not a codec worker");
      return text;
    },
  });
  return policy?.createScriptURL(url) ?? url;
}

export class CodecServer {
  private worker: Worker | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;

  constructor(
    private readonly namespace: string,
    private readonly spec: CodecSpec,
  ) {}

  decode(payloads: readonly Payload[]): Promise<Payload[]> {
    return this.ask("decode", payloads);
  }

  encode(payloads: readonly Payload[]): Promise<Payload[]> {
    return this.ask("encode", payloads);
  }

  close(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.fail("the page was left");
  }

  /** Begun with the first question, and again after an end. */
  private running(): Worker {
    if (this.worker === undefined) {
      this.worker = new Worker(scriptOf(this.namespace));
      this.worker.onmessage = ({ data }: MessageEvent<Answer>) => this.take(data);
      this.worker.onerror = () => this.fail("the browser could not load what asks it");
    }
    return this.worker;
  }

  private async ask(verb: "decode" | "encode", payloads: readonly Payload[]): Promise<Payload[]> {
    const batches = Array.from({ length: Math.ceil(payloads.length / BATCH_MAX) }, (_, index) =>
      payloads.slice(index * BATCH_MAX, (index + 1) * BATCH_MAX),
    );
    const answers = await Promise.all(batches.map((batch) => this.askOnce(verb, batch)));
    return answers.flat();
  }

  private askOnce(verb: "decode" | "encode", payloads: readonly Payload[]): Promise<Payload[]> {
    const id = (this.asked += 1);
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.running().postMessage({
        id,
        url: `${(this.spec.endpoint ?? "").replace(/\/+$/, "")}/${verb}`,
        headers: { "x-namespace": this.namespace },
        withCredentials: this.spec.includeCrossOriginCredentials === true,
        payloads,
      });
    });
  }

  private take({ id, payloads, error }: Answer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (payloads !== undefined) waiting?.resolve(payloads);
    else waiting?.reject(new Error(error));
  }

  private fail(why: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(why));
    this.waiting.clear();
  }
}
