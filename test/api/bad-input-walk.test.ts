// Every change of the operation table with requests that are wrong somewhere: each is answered with what is wrong with it,
// never with an inner error, and what is refused has changed nothing at all.
import fc from "fast-check";
import grpc from "@grpc/grpc-js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type protobuf from "protobufjs";
import { messageToJson } from "#contracts";
import { joinTable, type MountedOperation } from "../../services/api/calls/operation-table.ts";
import { operations } from "../../services/api/operations/index.ts";
import { badRequest } from "./bad-requests.ts";
import { INTERNAL_TOKEN, startRealApi, type Person, type RealApi } from "./real-api.ts";
import { ROLE_MATRIX } from "./role-matrix.ts";
import { StoredRows } from "./stored-rows.ts";
import { overGrpc, overHttp, TRANSPORTS, type Answer, type Send, type Transport } from "./walk-calls.ts";
import { makeWalkWorld, type Message, type WalkWorld } from "./walk-world.ts";

const SEED = Number(process.env["CELLPLANE_FUZZ_SEED"] ?? 20_260_101);
/** Of each operation; the nightly form makes more. */
const RUNS = Number(process.env["CELLPLANE_FUZZ_RUNS"] ?? 8);
const LIMIT_MS = 120_000 + RUNS * 2_000;

const { status } = grpc;
const INNER: readonly number[] = [
  ...[status.INTERNAL, status.UNKNOWN, status.UNAVAILABLE],
  ...[status.UNIMPLEMENTED, status.DATA_LOSS, status.DEADLINE_EXCEEDED],
];

const changes = joinTable(operations).filter(
  ({ method, operation }) =>
    operation !== undefined && method.bindings.some((binding) => binding.method !== "GET"),
);

let api: RealApi;
let channel: grpc.Client;
let world: WalkWorld;
let person: Person;
let rows: StoredRows;
let senders: Record<Transport, Send>;

beforeAll(async () => {
  api = await startRealApi();
  channel = new grpc.Client(api.address, grpc.credentials.createInsecure());
  senders = { grpc: overGrpc(channel), http: overHttp(api) };
  world = await makeWalkWorld(api);
  person = await world.signedIn();
  rows = new StoredRows(api.database);
}, LIMIT_MS);
afterAll(async () => {
  channel.close();
  await api.stop();
});

/** The fields that name things, and the versions that these have now. */
function namesOf(): Message {
  const { sinkName, ...known } = world.known;
  return {
    ...known,
    name: sinkName,
    requestId: world.approvalFor("Get"),
    resourceVersion: "1",
    roleIds: known["roleId"],
  };
}

async function send(mounted: MountedOperation, transport: Transport, message: Message): Promise<Answer> {
  const { type } = mounted.method.request;
  const request = type.toObject(type.fromObject(message));
  const isOperators = ROLE_MATRIX[mounted.method.name]?.length === 0;
  const byKey = isOperators ? INTERNAL_TOKEN : world.keys.get("requester");
  const isAboutSession = mounted.operation?.permission.startsWith("cloud.session.") === true;
  const by = isInJson(type, request) ? transport : "grpc";
  const as = isAboutSession && by === "http" ? person : byKey;
  return senders[by](mounted, mounted.operation?.permission === "public" ? undefined : as, request);
}

/** A time that is none has no JSON to be sent as. */
function isInJson(type: protobuf.Type, request: Message): boolean {
  try {
    messageToJson(type, request);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** What is wrong with the answer, if anything. */
function faultOf({ code, body }: Answer): string | undefined {
  if (INNER.includes(code)) return `answered ${status[code] ?? ""}: ${body}`;
  if (code !== status.INVALID_ARGUMENT || !body.startsWith("{")) return undefined;
  // What is equal to what there is has nothing wrong in it, and of what cannot be read no field is known.
  const isWhole = body.includes('"nothing to change"') || body.includes('"malformed JSON');
  const isNamed = /"fieldViolations":\[\{"field":"[^"]/.test(body);
  return isNamed || isWhole ? undefined : `names no field: ${body}`;
}

describe("a request that is wrong somewhere", () => {
  test.each(changes.map((mounted) => [mounted.method.name, mounted] as const))(
    "%s says what is wrong and changes nothing",
    async (_, mounted) => {
      const requests = badRequest(mounted.method.request.type, namesOf());
      let before = await rows.fingerprint();
      await fc.assert(
        fc.asyncProperty(requests, fc.constantFrom(...TRANSPORTS), async (message, transport) => {
          const answer = await send(mounted, transport, message);
          expect(faultOf(answer)).toBeUndefined();
          const after = await rows.fingerprint();
          if (answer.code === status.OK) before = after;
          else expect(after).toEqual(before);
        }),
        { seed: SEED, numRuns: RUNS, endOnFailure: true },
      );
    },
    LIMIT_MS,
  );
});
