// Which addresses completion callbacks may have. They are given by clients, so without a rule no address outside the
// cell is called.
import { CloudError } from "#shared/errors";
import type { PeerCells } from "./peer-cells.ts";
import { SYSTEM_CALLBACK_URL } from "./system-callback.ts";

const URL_BYTES_MAX = 1_000;

interface Rule {
  host: RegExp;
  allowsInsecure: boolean;
}

export class CallbackAddresses {
  readonly #rules: readonly Rule[];
  readonly #peers: Pick<PeerCells, "callbackAt">;

  /**
   * Patterns of host:port, separated by commas, where `*` stands for anything; `http://` before one also allows
   * connections without TLS.
   */
  constructor(patterns: string, peers: Pick<PeerCells, "callbackAt">) {
    this.#peers = peers;
    this.#rules = patterns
      .split(",")
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== "")
      .map(ruleOf);
  }

  allows(address: string): boolean {
    try {
      this.check(address);
      return true;
    } catch {
      return false;
    }
  }

  /** Errors: INVALID_ARGUMENT. */
  check(address: string): void {
    if (Buffer.byteLength(address) > URL_BYTES_MAX)
      throw invalid(`invalid url: url length longer than max length allowed of ${URL_BYTES_MAX}`);
    if (address === SYSTEM_CALLBACK_URL || this.#peers.callbackAt(address) !== undefined) return;
    if (!URL.canParse(address)) throw invalid(`invalid callback url: ${address}`);
    const url = new URL(address);
    if (url.protocol !== "http:" && url.protocol !== "https:")
      throw invalid(`invalid url: unknown scheme: ${address}`);
    // A rule may name the port that an address leaves out.
    const port = url.port !== "" ? url.port : url.protocol === "https:" ? "443" : "80";
    const full = `${url.hostname}:${port}`;
    const rule = this.#rules.find(({ host }) => host.test(url.host) || host.test(full));
    if (rule === undefined)
      throw invalid(`invalid url: url does not match any configured callback address: ${address}`);
    if (url.protocol !== "https:" && !rule.allowsInsecure)
      throw invalid(`invalid url: callback address does not allow insecure connections: ${address}`);
  }
}

const INSECURE_PREFIX = "http://";

function ruleOf(pattern: string): Rule {
  const allowsInsecure = pattern.startsWith(INSECURE_PREFIX);
  const host = allowsInsecure ? pattern.slice(INSECURE_PREFIX.length) : pattern;
  const expression = host
    .split("*")
    .map((literal) => literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join(".*");
  return { host: new RegExp(`^${expression}$`), allowsInsecure };
}

function invalid(message: string): CloudError {
  return new CloudError("INVALID_ARGUMENT", message);
}
