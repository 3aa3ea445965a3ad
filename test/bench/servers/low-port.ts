// A free port that PostgreSQL's smallint can hold: Temporal's membership table keeps ports in one, and what the system
// hands out by itself is larger.
import { createServer } from "node:net";
import { randomInt } from "node:crypto";

const FIRST = 20_000;
const LAST = 32_700;
const ATTEMPTS_MAX = 100;

export async function freeLowPort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const port = randomInt(FIRST, LAST);
    if (await isFree(port)) return port;
  }
  throw new Error(`no free port between ${FIRST} and ${LAST}`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
