// What the gateway tells its operators: totals since start, in Prometheus text. No label ever holds a tenant's secret.

export class Metrics {
  readonly #calls = new Map<number, number>();
  #callsRunning = 0;
  #droppedConnections = 0;

  callStarted(): void {
    this.#callsRunning += 1;
  }

  /** `status` is the gRPC status the client saw; CANCELLED when it went away. */
  callEnded(status: number): void {
    this.#callsRunning -= 1;
    this.#calls.set(status, (this.#calls.get(status) ?? 0) + 1);
  }

  connectionRefused(): void {
    this.#droppedConnections += 1;
  }

  text(gauges: Readonly<Record<string, number>>): string {
    const lines = [
      `cellplane_gateway_calls_running ${String(this.#callsRunning)}`,
      `cellplane_gateway_connections_refused_total ${String(this.#droppedConnections)}`,
    ];
    for (const [status, count] of this.#calls) {
      lines.push(`cellplane_gateway_calls_total{grpc_status="${String(status)}"} ${String(count)}`);
    }
    for (const [name, value] of Object.entries(gauges)) {
      lines.push(`cellplane_gateway_${name} ${String(value)}`);
    }
    return `${lines.join("\n")}\n`;
  }
}
