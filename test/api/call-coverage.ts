// Which cases of which operation were really called: noted down while the calls are made, from who called, what the
// request named and what was answered. Nobody declares a case.
import { readFileSync } from "node:fs";
import grpc from "@grpc/grpc-js";
import type { MountedOperation } from "../../services/api/calls/operation-table.ts";
import { TRANSPORTS, type Answer, type Transport } from "./walk-calls.ts";

const { OK, INVALID_ARGUMENT, PERMISSION_DENIED, NOT_FOUND, UNAUTHENTICATED, RESOURCE_EXHAUSTED } =
  grpc.status;
const { UNIMPLEMENTED, INTERNAL, UNKNOWN, UNAVAILABLE, DEADLINE_EXCEEDED } = grpc.status;
/** Answers that say nothing of whether the caller may. */
const NO_ANSWER: readonly number[] = [
  ...[RESOURCE_EXHAUSTED, UNIMPLEMENTED, INTERNAL],
  ...[UNKNOWN, UNAVAILABLE, DEADLINE_EXCEEDED],
];

export const CASES = ["allow", "deny", "cross-tenant"] as const;
export type Case = (typeof CASES)[number];

export interface RecordedCall {
  mounted: MountedOperation;
  transport: Transport;
  /** Whether the caller belongs to the account, to another one, or to none. */
  from: "account" | "another account" | "nowhere";
  /** Whether the request names something of the account. */
  names: boolean;
  /** Whether the answer tells something of the account. */
  tells: boolean;
  answer: Answer;
}

export function hasNoAnswer({ code }: Answer): boolean {
  return NO_ANSWER.includes(code);
}

export class CallCoverage {
  readonly #cases = new Set<string>();

  record(call: RecordedCall): void {
    const found = caseOf(call);
    if (found !== undefined) this.#cases.add(line(call.mounted.method.name, found, call.transport));
  }

  /** "<rpc> <case> <transport>" of the cases that each operation must have and that were not called. */
  missing(table: readonly MountedOperation[]): string[] {
    return table
      .flatMap(({ method, operation }) =>
        casesOf(operation?.permission).flatMap((wanted) =>
          TRANSPORTS.map((transport) => line(method.name, wanted, transport)),
        ),
      )
      .filter((wanted) => !this.#cases.has(wanted));
  }
}

const line = (rpc: string, found: Case, transport: Transport): string => `${rpc} ${found} ${transport}`;

/** Public operations know no caller: that they answer is all there is to see. */
function casesOf(permission: string | undefined): readonly Case[] {
  return permission === "public" ? ["allow"] : CASES;
}

function caseOf({ mounted, from, names, tells, answer }: RecordedCall): Case | undefined {
  if (hasNoAnswer(answer)) return undefined;
  const isRefused = answer.code === PERMISSION_DENIED || answer.code === UNAUTHENTICATED;
  if (from === "another account") {
    // What names nothing of the account is about the caller's own; what does is refused, or not there: a list is empty.
    const isKept = !names || isRefused || isNotThere(answer) || (answer.code === OK && isLook(mounted));
    return isKept && !tells ? "cross-tenant" : undefined;
  }
  if (mounted.operation?.permission === "public") return isRefused ? undefined : "allow";
  if (isRefused) return "deny";
  if (from === "nowhere") return undefined;
  // A look must show something; a change must have got as far as being refused for what it says.
  if (isLook(mounted) ? answer.code === OK : answer.code !== NOT_FOUND) return "allow";
  return undefined;
}

/** Some say of a thing named in a spec that the spec is wrong. */
function isNotThere({ code, body }: Answer): boolean {
  return code === NOT_FOUND || (code === INVALID_ARGUMENT && /there is no [a-z]+ with this id/.test(body));
}

function isLook({ method }: MountedOperation): boolean {
  return method.bindings.every((binding) => binding.method === "GET");
}

/** The committed list of cases that there cannot be, each line "<rpc> <case> <transport>: why". */
export function readExceptions(): { line: string; why: string }[] {
  return readFileSync(new URL("uncovered-operations.txt", import.meta.url), "utf8")
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => {
      const [first = "", ...why] = text.split(": ");
      return { line: first, why: why.join(": ") };
    });
}
