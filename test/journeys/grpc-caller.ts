// A gRPC client that can send what no library sends: any bytes, headers and content type, over node:http2.
import { connect, type ClientHttp2Session, type SecureClientSessionOptions } from "node:http2";
import { codecOf } from "#contracts";
import { frameOf } from "#wire";

export const WORKFLOW_SERVICE = "temporal.api.workflowservice.v1";
export const CLOUD_SERVICE = "temporal.api.cloud.cloudservice.v1";
const CALL_LIMIT_MS = 15_000;

export interface GrpcAnswer {
  http: number | undefined;
  /** gRPC status; undefined when there was none. */
  status: number | undefined;
  message: string;
  body: Buffer;
}

export class GrpcCaller {
  readonly #session: ClientHttp2Session;
  readonly #headers: Record<string, string>;

  /** `headers` go with every call. */
  constructor(url: string, options: SecureClientSessionOptions = {}, headers: Record<string, string> = {}) {
    this.#session = connect(url, options);
    this.#session.on("error", () => undefined);
    this.#headers = headers;
  }

  close(): void {
    this.#session.destroy();
  }

  /** Calls `<package>.<Service>/<method>` with a well-formed request. */
  call(
    packageName: string,
    method: string,
    request: object,
    headers: Record<string, string> = {},
  ): Promise<GrpcAnswer> {
    return this.send(pathOf(packageName, method), frameOf(encode(packageName, method, request)), headers);
  }

  /** Calls and decodes; throws when the call fails. */
  async answer<Response>(packageName: string, method: string, request: object): Promise<Response> {
    const answer = await this.call(packageName, method, request);
    if (answer.status !== 0) throw new Error(`${method} answered ${answer.status}: ${answer.message}`);
    return codecOf<Response>(`${packageName}.${method}Response`).decode(answer.body);
  }

  send(path: string, body: Buffer, headers: Record<string, string> = {}): Promise<GrpcAnswer> {
    const stream = this.#session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
      ...this.#headers,
      ...headers,
    });
    return new Promise((resolve, reject) => {
      const answer: GrpcAnswer = { http: undefined, status: undefined, message: "", body: Buffer.alloc(0) };
      const parts: Buffer[] = [];
      const take = (received: Record<string, unknown>): void => {
        if (received[":status"] !== undefined) answer.http = Number(received[":status"]);
        if (received["grpc-status"] !== undefined) answer.status = Number(received["grpc-status"]);
        if (received["grpc-message"] !== undefined)
          answer.message = decodeURIComponent(String(received["grpc-message"]));
      };
      const timer = setTimeout(() => {
        stream.destroy();
        reject(new Error(`${path} hangs`));
      }, CALL_LIMIT_MS);
      stream.on("response", take);
      stream.on("trailers", take);
      stream.on("data", (chunk: Buffer) => parts.push(chunk));
      stream.on("error", () => undefined);
      stream.on("close", () => {
        clearTimeout(timer);
        resolve({ ...answer, body: Buffer.concat(parts).subarray(5) });
      });
      stream.end(body);
    });
  }
}

export function pathOf(packageName: string, method: string): string {
  const service = packageName === WORKFLOW_SERVICE ? "WorkflowService" : "CloudService";
  return `/${packageName}.${service}/${method}`;
}

export function encode(packageName: string, method: string, request: object): Uint8Array {
  return codecOf<object>(`${packageName}.${method}Request`).encode(request);
}
