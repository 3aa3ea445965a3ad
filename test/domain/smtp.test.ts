// Mail by SMTP, against a small receiver of our own: what it gets, and what happens when it refuses.
import net from "node:net";
import { afterEach, expect, it } from "vitest";
import { smtpTransport } from "../../services/workflows/jobs/index.ts";

let receiver: { url: string; received: string[]; close(): void } | undefined;
afterEach(() => receiver?.close());

const MAIL = { id: "m1", to: "ann@example.com", subject: "Hello", text: "Line one\n.\nLine three" };

it("hands the mail over with its sender, its receiver and an id that stays the same", async () => {
  receiver = await startReceiver();
  await smtpTransport({ url: receiver.url, from: "Cloud <cloud@example.com>" })(MAIL);
  const text = receiver.received.join("\n");
  expect(text).toContain("MAIL FROM:<cloud@example.com>");
  expect(text).toContain("RCPT TO:<ann@example.com>");
  expect(text).toContain("Message-ID: <m1@cellplane>");
  expect(text).toContain("Line three");
});

it("fails when the receiver refuses", async () => {
  receiver = await startReceiver({ refusedCommand: "RCPT" });
  const send = smtpTransport({ url: receiver.url, from: "cloud@example.com" });
  await expect(send(MAIL)).rejects.toThrow("550");
});

async function startReceiver(options: { refusedCommand?: string } = {}) {
  const received: string[] = [];
  const server = net.createServer((socket) => {
    let isData = false;
    socket.on("error", () => socket.destroy());
    socket.write("220 ready\r\n");
    let rest = "";
    socket.on("data", (chunk: Buffer) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        received.push(line);
        if (isData && line !== ".") continue;
        if (line === "." && isData) isData = false;
        else if (line === "DATA") isData = true;
        socket.write(answerTo(line, isData, options.refusedCommand));
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `smtp://127.0.0.1:${port}`, received, close: () => void server.close() };
}

function answerTo(line: string, isData: boolean, refusedCommand: string | undefined): string {
  if (refusedCommand !== undefined && line.startsWith(refusedCommand)) return "550 refused\r\n";
  if (isData) return "354 go on\r\n";
  return line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n";
}
