// /v1/test_helpers/test_clocks: time of one's own for customers. Advancing works through what happens in between and is
// ready a moment later, as at Stripe.
import { listPage } from "../http/list-page.ts";
import type { Route, RouteCall } from "../http/route.ts";
import type { Emulator } from "../emulator.ts";
import type { TestClock } from "../state/objects.ts";
import { invalidRequest } from "../stripe-error.ts";
import { findObject } from "./find.ts";
import { advanceDraft } from "./invoice-life.ts";
import { renewSubscription } from "./renew-subscription.ts";

const YEARS_AHEAD_MAX = 2;
const YEAR_SECONDS = 366 * 86_400;
const PATH = "/v1/test_helpers/test_clocks";

function showTestClock(clock: TestClock): unknown {
  const { advancing_to: target, ...shown } = clock;
  return {
    ...shown,
    deletes_after: (clock.created ?? 0) + YEAR_SECONDS,
    livemode: false,
    status_details: target === null ? {} : { advancing: { target_frozen_time: target } },
  };
}

/** `onAdvance` is told to call `finishAdvances` soon. */
export function testClockRoutes(onAdvance: () => void): Route[] {
  return [
    { method: "POST", path: PATH, run: create },
    {
      method: "GET",
      path: PATH,
      run: ({ emulator, params }) =>
        listPage(emulator.store.all("test_clocks"), params, { url: PATH, show: showTestClock }),
    },
    {
      method: "GET",
      path: `${PATH}/:id`,
      run: ({ emulator, id }) => showTestClock(findObject(emulator, "test_clocks", id())),
    },
    {
      method: "POST",
      path: `${PATH}/:id/advance`,
      run: (call) => {
        const shown = advance(call);
        onAdvance();
        return shown;
      },
    },
  ];
}

function create({ emulator, params }: RouteCall): unknown {
  const frozenTime = params.integer("frozen_time");
  if (frozenTime === undefined)
    throw invalidRequest("Missing required param: frozen_time.", { param: "frozen_time" });
  const clock: TestClock = {
    id: emulator.newId("clock"),
    object: "test_helpers.test_clock",
    advancing_to: null,
    created: emulator.now(),
    frozen_time: frozenTime,
    name: params.string("name") ?? null,
    status: "ready",
  };
  emulator.store.put("test_clocks", clock);
  emulator.emit("test_helpers.test_clock.created", showTestClock(clock));
  return showTestClock(clock);
}

function advance({ emulator, params, id }: RouteCall): unknown {
  const clock = findObject(emulator, "test_clocks", id());
  const target = params.integer("frozen_time") ?? 0;
  if (clock.status !== "ready") throw invalidRequest("The test clock is still advancing.");
  if (target <= clock.frozen_time || target > clock.frozen_time + YEARS_AHEAD_MAX * YEAR_SECONDS) {
    throw invalidRequest(
      "The new time must be after the clock's time and within two intervals of its subscriptions.",
      {
        param: "frozen_time",
      },
    );
  }
  const advancing: TestClock = { ...clock, status: "advancing", advancing_to: target };
  emulator.store.put("test_clocks", advancing);
  emulator.emit("test_helpers.test_clock.advancing", showTestClock(advancing));
  return showTestClock(advancing);
}

/** Brings every advancing clock to its time; repeating it, also after a restart, changes nothing more. */
export function finishAdvances(emulator: Emulator): void {
  for (const clock of emulator.store.all("test_clocks")) {
    if (clock.advancing_to !== null)
      emulator.store.transaction(() => finishAdvance(emulator, clock, clock.advancing_to ?? 0));
  }
}

function finishAdvance(emulator: Emulator, clock: TestClock, target: number): void {
  const ready: TestClock = { ...clock, frozen_time: target, status: "ready", advancing_to: null };
  emulator.store.put("test_clocks", ready);
  for (const subscription of emulator.store.all("subscriptions")) {
    const isAlive = subscription.status === "active";
    if (subscription.test_clock === clock.id && isAlive) renewSubscription(emulator, subscription, target);
  }
  for (const invoice of emulator.store.all("invoices")) {
    const dueAt = invoice.automatically_finalizes_at;
    const isDue = invoice.status === "draft" && dueAt !== null && dueAt <= target;
    if (invoice.test_clock === clock.id && isDue) advanceDraft(emulator, invoice, dueAt);
  }
  emulator.emit("test_helpers.test_clock.ready", showTestClock(ready));
}
