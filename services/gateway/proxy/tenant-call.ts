// One call of a tenant: its request is gathered whole (so that no byte reaches a cell before the call is allowed), the
// caller is authorised for the namespace it names, and then frames are relayed to the cell and back as they come.
import { CloudError, errorCodeOfGrpcStatus, toCloudError } from "#shared/errors";
import {
  failStream,
  frameOf,
  H2_ERROR,
  headerOf,
  MessageReader,
  statusTrailers,
  unframe,
  type AnswerStream,
  type Connection,
  type HeaderList,
  type Stream,
  type StreamEvents,
} from "#wire";
import { checkGuarded } from "../consensus/check-guarded.ts";
import type { AuditedCall } from "../audit/call-audit.ts";
import type { CellRecord, DirectoryView, NamespaceRecord } from "../directory/directory-view.ts";
import { anyNamespaceOf, authorize, requireCredentials, unauthorized } from "../identity/authorize.ts";
import { bearerTokenOf, callerName } from "../identity/caller.ts";
import type { GatewayMethod } from "../identity/methods.ts";
import { namespaceOf, namespaceOfServerName } from "../identity/namespace-of.ts";
import type { TokenClaims } from "../identity/verify-token.ts";
import { actionsOf } from "../limits/action-cost.ts";
import { priorityOf } from "../limits/call-priority.ts";
import { GATEWAY_LIMITS } from "../limits/limits.ts";
import { ThrottledError } from "../limits/request-budgets.ts";
import { checkNewWork } from "../limits/new-work.ts";
import type { Throttle } from "../metering/call-tallies.ts";
import { cellUnavailable } from "./cells.ts";
import type { Client } from "./client.ts";
import type { Edge, RunningCall } from "./edge.ts";
import { forwardedHeaders } from "./forwarded-headers.ts";
import { LIST_NAMESPACES, listNamespaces } from "./list-namespaces.ts";

const CANCELLED = 1;
const UNAUTHENTICATED = "16";

export class TenantCall implements StreamEvents, RunningCall {
  readonly #stream: AnswerStream;
  readonly #client: Client;
  readonly #edge: Edge;
  readonly #startedAt: number;
  #reader: MessageReader | undefined = new MessageReader(GATEWAY_LIMITS.requestBytesMax);
  #headers: HeaderList = [];
  #method: GatewayMethod | undefined;
  #token: TokenClaims | undefined;
  /** Whether the call says for which namespace it is. */
  #isNamed = false;
  /** Set when the call is allowed; asked again by `recheck`. */
  #namespaceName: string | undefined;
  #release: (() => void) | undefined;
  /** Set when the namespace has acts like this one recorded. */
  #audited: AuditedCall | undefined;
  #upstream: Stream | undefined;
  #answerStarted = false;
  #isOver = false;

  constructor(stream: AnswerStream, client: Client, edge: Edge) {
    this.#stream = stream;
    this.#client = client;
    this.#edge = edge;
    this.#startedAt = edge.clock.monotonic();
    edge.calls.add(this);
    edge.metrics.callStarted();
  }

  headers(headers: HeaderList, isEnd: boolean, isTrailers: boolean): void {
    if (isTrailers) return this.#admit();
    this.#headers = headers;
    const path = headerOf(headers, ":path") ?? "";
    const method = this.#edge.methods.get(path);
    if (method === undefined) {
      return this.#fail(new CloudError("UNIMPLEMENTED", `There is no method ${path.slice(0, 200)}.`));
    }
    if (method === "not-for-tenants") {
      return this.#fail(
        new CloudError(
          "PERMISSION_DENIED",
          "This is managed through the Cloud Ops API, not through a namespace.",
        ),
      );
    }
    this.#method = method;
    if (isEnd) this.#admit();
  }

  data(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver || this.#reader === undefined) return;
    this.#client.incompleteBytes += chunk.length;
    try {
      this.#reader.add(chunk);
      if (this.#client.incompleteBytes > GATEWAY_LIMITS.incompleteBytesPerConnectionMax) {
        throw new CloudError("RESOURCE_EXHAUSTED", "Too many large requests at once on one connection.");
      }
    } catch (error) {
      return this.#fail(error);
    }
    if (isEnd) this.#admit();
    else this.#stream.consume(chunk.length);
  }

  sent(bytes: number): void {
    this.#upstream?.consume(bytes);
  }

  closed(): void {
    if (this.#isOver) return;
    this.#end(CANCELLED);
    this.#upstream?.reset(H2_ERROR.CANCEL);
  }

  get admitted(): { namespace: string; operation: string } | undefined {
    if (this.#namespaceName === undefined || this.#method === undefined) return undefined;
    return { namespace: this.#namespaceName, operation: this.#method.name };
  }

  recheck(view: DirectoryView, now: number): void {
    if (this.#namespaceName !== undefined && this.#method !== undefined) {
      const caller = { peer: this.#client.peer, token: this.#token };
      const { need } = this.#method;
      const outcome = authorize({ caller, namespaceName: this.#namespaceName, need, view, now });
      if (outcome instanceof CloudError) this.#fail(outcome);
    } else if (this.#edge.clock.monotonic() - this.#startedAt > GATEWAY_LIMITS.requestTimeoutMs) {
      this.#fail(new CloudError("DEADLINE_EXCEEDED", "The request did not arrive in time."));
    }
  }

  /** The whole request is here. */
  #admit(): void {
    if (this.#isOver) return;
    try {
      const token = bearerTokenOf(onlyHeaderOf(this.#headers, "authorization"));
      const view = this.#edge.view();
      if (token === undefined) {
        requireCredentials(this.#client.peer);
        return this.#proceed();
      }
      this.#token = this.#edge.tokens.known(token, view);
      if (this.#token !== undefined) return this.#proceed();
      this.#edge.failures.check(this.#client.network, this.#edge.clock.monotonic());
      this.#edge.tokens.verify(token, view).then(
        (claims) => {
          this.#token = claims;
          this.#guarded(() => this.#proceed());
        },
        (error: unknown) => {
          this.#edge.failures.add(this.#client.network, this.#edge.clock.monotonic());
          this.#fail(error);
        },
      );
    } catch (error) {
      this.#fail(error);
    }
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Who is known: authorise, count, find the cell. Errors: CloudError. */
  #proceed(): void {
    const method = this.#method;
    if (this.#isOver || method === undefined || this.#reader === undefined) return;
    const frame = this.#reader.whole();
    const view = this.#edge.view();
    const message = unframe(frame, onlyHeaderOf(this.#headers, "grpc-encoding"));
    const namespace = this.#authorized(method, message, view);
    if (namespace.payloadBytesMax > 0 && frame.length > namespace.payloadBytesMax) {
      throw new CloudError("RESOURCE_EXHAUSTED", "The request is larger than the namespace allows.");
    }
    checkNewWork(method.name, namespace.newWorkRefusal);
    const cost = { priority: priorityOf(method.name), actions: actionsOf(method.name, message) };
    this.#release = this.#edge.budgets.take(namespace, cost, this.#edge.clock.monotonic());
    if (method.path === LIST_NAMESPACES) return this.#answerList(namespace, message, view);
    // Last, because it uses an approval up.
    this.#checkGuarded(namespace, method, message);
    const caller = { peer: this.#client.peer, token: this.#token };
    this.#audited = this.#edge.audit.begin({ caller, namespace, methodName: method.name, message });
    if (this.#audited === undefined) return this.#forward(namespace, view, frame);
    // No act without its record: the cell sees the call when its intent is on disk.
    this.#audited.written.then(
      () => this.#guarded(() => this.#forward(namespace, view, frame)),
      (error: unknown) => this.#fail(error),
    );
  }

  #answerList(namespace: NamespaceRecord, message: Uint8Array, view: DirectoryView): void {
    const caller = { peer: this.#client.peer, token: this.#token };
    const named = this.#isNamed ? namespace : undefined;
    const answer = listNamespaces(message, { caller, named, view, now: this.#edge.clock.now() });
    this.#end(0);
    this.#stream.sendHeaders([":status", "200", "content-type", "application/grpc"]);
    this.#stream.sendData(frameOf(answer));
    this.#stream.sendTrailers(["grpc-status", "0"]);
  }

  #forward(namespace: NamespaceRecord, view: DirectoryView, frame: Buffer): void {
    const cell = view.cells.get(namespace.cellId);
    if (cell === undefined) throw cellUnavailable("the directory has no such cell");
    const ready = this.#edge.cells.ready(cell);
    if (ready !== undefined) return this.#relay(ready, cell, frame);
    this.#edge.cells.acquire(cell).then(
      (connection) => this.#guarded(() => this.#relay(connection, cell, frame)),
      (error: unknown) => this.#fail(error),
    );
  }

  /** What a consensus policy guards needs an approval of its own. Errors: PERMISSION_DENIED. */
  #checkGuarded(namespace: NamespaceRecord, { name }: GatewayMethod, message: Uint8Array): void {
    const caller = { peer: this.#client.peer, token: this.#token };
    const { clock, grantUses: uses, audit } = this.#edge;
    const callerIs = callerName(caller, namespace);
    try {
      checkGuarded({ namespace, method: name, message, caller: callerIs, now: clock.now(), uses });
    } catch (error) {
      const view = this.#edge.view();
      audit.refused({ caller, namespaceName: namespace.name, methodName: name, message, view });
      throw error;
    }
  }

  #authorized(method: GatewayMethod, message: Uint8Array, view: DirectoryView): NamespaceRecord {
    const caller = { peer: this.#client.peer, token: this.#token };
    const now = this.#edge.clock.now();
    const serverName = namespaceOfServerName(this.#client.peer.serverName, this.#edge.namespaceDomain, view);
    const header = onlyHeaderOf(this.#headers, "temporal-namespace");
    const name = namespaceOf({ method, header, serverName, message, view });
    const outcome =
      name === undefined
        ? (anyNamespaceOf(caller, view, now) ?? unauthorized())
        : authorize({ caller, namespaceName: name, need: method.need, view, now });
    if (outcome instanceof CloudError) {
      if (name !== undefined)
        this.#edge.audit.refused({ caller, namespaceName: name, methodName: method.name, message, view });
      throw outcome;
    }
    this.#isNamed = name !== undefined;
    this.#namespaceName = outcome.name;
    this.#client.namespaces.add(outcome.name);
    return outcome;
  }

  #relay(connection: Connection, cell: CellRecord, frame: Buffer): void {
    if (this.#isOver) return;
    this.#letGoOfRequest();
    const { internalToken } = this.#edge;
    const headers = forwardedHeaders(this.#headers, { address: cell.address, internalToken });
    this.#upstream = connection.open(headers, false, {
      headers: (received, isEnd) => this.#answerHeaders(received, isEnd),
      data: (chunk, isEnd) => this.#answerData(chunk, isEnd),
      sent: () => undefined,
      closed: (code) => this.#upstreamClosed(code),
    });
    this.#upstream.sendData(frame, true);
  }

  #upstreamClosed(code: number | undefined): void {
    // The usual end, after the trailers: an error with its stack would cost more than the call.
    if (this.#isOver) return;
    this.#fail(cellUnavailable(`the cell ended the stream: ${String(code)}`));
  }

  /** Headers, trailers, or both in one (a failure without a message). */
  #answerHeaders(headers: HeaderList, isEnd: boolean): void {
    if (this.#isOver) return;
    const status = headerOf(headers, ":status");
    if (status !== undefined && status !== "200") return this.#fail(cellUnavailable(`HTTP status ${status}`));
    if (!isEnd) {
      this.#answerStarted = true;
      return this.#stream.sendHeaders(headers);
    }
    const grpcStatus = headerOf(headers, "grpc-status");
    // The cell knows no tenants: what it refuses this way is us.
    if (grpcStatus === UNAUTHENTICATED) {
      this.#edge.log.error("a cell refuses the internal token");
      return this.#fail(cellUnavailable("the cell refuses the internal token"));
    }
    this.#end(Number(grpcStatus ?? "2"));
    if (this.#answerStarted) this.#stream.sendTrailers(headers);
    else this.#stream.sendHeaders(headers, true);
  }

  #answerData(chunk: Buffer, isEnd: boolean): void {
    if (this.#isOver) return;
    if (isEnd) return this.#fail(cellUnavailable("an answer without trailers"));
    // What has to wait is copied, because a chunk is part of a larger read buffer that must not be held.
    this.#stream.sendData(this.#stream.hasQueue ? Buffer.from(chunk) : chunk);
  }

  #fail(thrown: unknown): void {
    if (this.#isOver) return;
    const error = toCloudError(thrown);
    if (error !== thrown) this.#edge.log.error({ err: thrown }, "a call failed unexpectedly");
    this.#end(error.grpcStatus, error instanceof ThrottledError ? error.limit : undefined);
    this.#upstream?.reset(H2_ERROR.CANCEL);
    if (!this.#answerStarted) return failStream(this.#stream, error);
    this.#stream.sendTrailers(statusTrailers(error));
  }

  #end(status: number, throttle?: Throttle): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#letGoOfRequest();
    this.#release?.();
    this.#audited?.end(grpcStatusName(status));
    this.#edge.calls.delete(this);
    this.#edge.metrics.callEnded(status);
    const { admitted } = this;
    if (admitted === undefined) return;
    const { clock, tallies } = this.#edge;
    const tookMs = clock.monotonic() - this.#startedAt;
    tallies.ended({ ...admitted, status, tookMs, throttle }, clock.now());
  }

  #letGoOfRequest(): void {
    this.#client.incompleteBytes -= this.#reader?.bytes ?? 0;
    this.#reader = undefined;
  }
}

/** What failures of other kinds of servers are called has no name here and reads as INTERNAL. */
function grpcStatusName(status: number): string {
  return status === 0 ? "OK" : errorCodeOfGrpcStatus(status);
}

/** A header that must not be there twice, because the cell could take the other one. Errors: INVALID_ARGUMENT. */
function onlyHeaderOf(headers: HeaderList, name: string): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < headers.length; at += 2) {
    if (headers[at] !== name) continue;
    if (found !== undefined) throw new CloudError("INVALID_ARGUMENT", `The header ${name} was sent twice.`);
    found = headers[at + 1];
  }
  return found;
}
