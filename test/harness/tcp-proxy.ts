// A TCP proxy that misbehaves on demand: it refuses, resets, delays, or swallows what is sent without a word.
import { connect, createServer, type Server, type Socket } from "node:net";

export type ProxyMood = "pass" | "refuse" | "swallow";

export class TcpProxy {
  /** What is added to each piece of data on its way, in milliseconds. */
  latencyMs = 0;
  /** One piece in so many of what the server says is lost, and its connection with it: done, and told as failed. 0: none. */
  losesAnswersOneIn = 0;
  #answers = 0;
  #mood: ProxyMood = "pass";
  readonly #target: { host: string; port: number };
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #port = 0;

  private constructor(target: { host: string; port: number }) {
    this.#target = target;
    this.#server = createServer((client) => this.#accept(client));
  }

  static async start(target: { host: string; port: number }): Promise<TcpProxy> {
    const proxy = new TcpProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    const address = proxy.#server.address();
    proxy.#port = typeof address === "object" && address !== null ? address.port : 0;
    return proxy;
  }

  get port(): number {
    return this.#port;
  }

  get connections(): number {
    return this.#sockets.size / 2;
  }

  /** `refuse` ends what is open; `swallow` leaves it open and says nothing; new connections do the same. */
  set mood(mood: ProxyMood) {
    this.#mood = mood;
    if (mood === "refuse") this.#endAll();
  }

  /** From now on what is open is never heard of again; new connections work. */
  swallowOpen(): void {
    for (const socket of this.#sockets) socket.pause().removeAllListeners("data");
  }

  async stop(): Promise<void> {
    this.#endAll();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #accept(client: Socket): void {
    if (this.#mood === "refuse") {
      client.resetAndDestroy();
      return;
    }
    const server = connect(this.#target);
    this.#join(client, server);
    this.#join(server, client, () => this.#isAnswerLost());
  }

  #isAnswerLost(): boolean {
    this.#answers += 1;
    return this.losesAnswersOneIn > 0 && this.#answers % this.losesAnswersOneIn === 0;
  }

  #join(from: Socket, to: Socket, isLost: () => boolean = () => false): void {
    this.#sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (bytes) => {
      if (this.#mood === "swallow") return;
      if (isLost()) return void [from, to].forEach((socket) => socket.resetAndDestroy());
      if (this.latencyMs === 0) to.write(bytes);
      else setTimeout(() => to.write(bytes), this.latencyMs);
    });
    from.on("error", () => undefined);
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
  }

  #endAll(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }
}
