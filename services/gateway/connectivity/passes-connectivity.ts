// Whether a connection's path is one that a namespace lets in. Pure. Without rules every path is; with some, one of them
// must fit: the private link by its id, or the public network by the client's address.
import type { BlockList } from "node:net";
import type { directoryV1 } from "#contracts";
import { isIn, networksOf, type ConnectionPath } from "./connection-path.ts";

export interface ConnectivityRecord {
  /** With it, only the rules' paths come in, and none when there are no rules. */
  readonly restricted: boolean;
  readonly rules: readonly RuleRecord[];
}

export interface RuleRecord {
  /** Empty for a public rule. */
  readonly connectionId: string;
  /** The networks that a public rule lets in; undefined lets in all. */
  readonly sources: BlockList | undefined;
}

export function connectivityOf(message: directoryV1.INamespace): ConnectivityRecord {
  return {
    restricted: message.connectivityRestricted ?? false,
    rules: (message.connectivityRules ?? []).map((rule) => ({
      connectionId: rule.connectionId ?? "",
      sources: (rule.sourceCidrs ?? []).length === 0 ? undefined : networksOf(rule.sourceCidrs ?? []),
    })),
  };
}

export function passesConnectivity({ restricted, rules }: ConnectivityRecord, path: ConnectionPath): boolean {
  return !restricted || rules.some((rule) => passesRule(rule, path));
}

function passesRule({ connectionId, sources }: RuleRecord, path: ConnectionPath): boolean {
  if (connectionId !== "") return connectionId === path.linkId;
  // A private link is not the public network, whatever address its client has there.
  if (path.linkId !== undefined) return false;
  return sources === undefined || isIn(sources, path.address);
}
