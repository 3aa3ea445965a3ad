// The job queues on PostgreSQL: a mail goes out once, a refused one is tried again, and expired things go.
import { afterAll, beforeAll, expect, it } from "vitest";
import { signUp } from "#domain/accounts";
import { createCells } from "#domain/cells";
import { deliverMails } from "#domain/mail";
import { eventually } from "#harness/eventually";
import { openUsageDatabase } from "#usage/reports";
import { createJobWaker } from "#shared/job-queues";
import { startJobs, type RunningJobs } from "../../services/workflows/jobs/index.ts";
import { sweepExpired } from "../../services/workflows/jobs/sweep-expired.ts";
import { createDomainWorld, PASSWORD, type DomainWorld } from "./domain-world.ts";

let world: DomainWorld;
let jobs: RunningJobs | undefined;

beforeAll(async () => {
  world = await createDomainWorld("jobs");
});
afterAll(async () => {
  await jobs?.stop();
  await world.close();
});

const signUpWith = (email: string): Promise<void> =>
  signUp(world.context(), { email, password: PASSWORD, accountName: "" });

it("a mail that is refused waits longer each time, and is given up after eight tries", async () => {
  await signUpWith("refused@example.com");
  const { envelope, log } = world.context();
  const send = (): Promise<void> => Promise.reject(new Error("550 no such mailbox"));
  for (let attempt = 0; attempt < 9; attempt += 1) {
    await deliverMails({ ...world, envelope, log, send });
    await deliverMails({ ...world, envelope, log, send });
    world.advance(86_400_000);
  }
  const mail = await world.database.query.mail.findFirst({ where: { toAddress: "refused@example.com" } });
  expect(mail).toMatchObject({ state: "FAILED", attempts: 8, failureReason: "550 no such mailbox" });
});

it("a wake-up sends what is due, once", async () => {
  const { envelope, log } = world.context();
  const sent: string[] = [];
  const queues = { databaseUrl: world.databaseUrl };
  const usage = await openUsageDatabase(world.databaseUrl);
  jobs = await startJobs({
    ...world,
    usage,
    envelope,
    log,
    queues,
    send: (mail) => Promise.resolve(void sent.push(mail.to)),
    drawUp: () => Promise.resolve(Buffer.from("")),
    cells: createCells({ token: undefined }),
    writeExport: () => Promise.resolve(),
    sendRecords: (delivery) => Promise.resolve(delivery.records.length),
  });
  const waker = createJobWaker(queues, log);
  await signUpWith("woken@example.com");
  await waker.wake("mail");
  await waker.wake("mail");
  await eventually(async () => {
    const mail = await world.database.query.mail.findFirst({ where: { toAddress: "woken@example.com" } });
    return mail?.state === "SENT";
  });
  expect(sent).toEqual(["woken@example.com"]);
  await waker.close();
  await jobs.stop();
  jobs = undefined;
  await usage.end();
});

it("expired sign-ups and old mails are swept away", async () => {
  world.advance(40 * 86_400_000);
  expect(await sweepExpired(world)).toBeGreaterThan(0);
  expect(await world.database.query.signUp.count()).toBe(0);
  expect(await world.database.query.mail.count()).toBe(0);
});
