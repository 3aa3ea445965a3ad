// How many connections are held, in all and per address, before anything is read from them.
import type { Socket } from "node:net";

export class Admission {
  readonly #perAddressMax: number;
  readonly #max: number;
  readonly #counts = new Map<string, number>();
  #total = 0;

  constructor(options: { connectionsMax: number; connectionsPerAddressMax: number }) {
    this.#max = options.connectionsMax;
    this.#perAddressMax = options.connectionsPerAddressMax;
  }

  get total(): number {
    return this.#total;
  }

  /** Whether the socket may stay; counted until it closes, under its client's address. */
  admit(socket: Socket, clientAddress: string): boolean {
    const address = networkOf(clientAddress);
    const count = this.#counts.get(address) ?? 0;
    if (this.#total >= this.#max || count >= this.#perAddressMax) return false;
    this.#counts.set(address, count + 1);
    this.#total += 1;
    socket.once("close", () => this.#leave(address));
    return true;
  }

  #leave(address: string): void {
    this.#total -= 1;
    const count = (this.#counts.get(address) ?? 1) - 1;
    if (count <= 0) this.#counts.delete(address);
    else this.#counts.set(address, count);
  }
}

/** One host has a whole /64 of IPv6 addresses, so that is what is counted. */
export function networkOf(address: string): string {
  return address.includes(":") && !address.startsWith("::ffff:")
    ? address.split(":").slice(0, 4).join(":")
    : address;
}
