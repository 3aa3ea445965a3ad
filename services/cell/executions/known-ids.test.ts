// The set of workflow ids that may be stored: what it calls new must be new.
import { expect, test } from "vitest";
import { KnownIds } from "./known-ids.ts";

const NAMESPACE = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";

function idOf(workflowId: string, namespaceId = NAMESPACE): { namespaceId: string; workflowId: string } {
  return { namespaceId, workflowId };
}

test("nothing is new before every stored id is known", () => {
  const known = new KnownIds();
  expect(known.isNew(idOf("a"))).toBe(false);
  known.complete();
  expect(known.isNew(idOf("a"))).toBe(true);
});

test("an id is known in its namespace only, and stays known", () => {
  const known = new KnownIds();
  known.add(idOf("before"));
  known.complete();
  known.add(idOf("after"));
  known.add(idOf("after"));
  expect(known.isNew(idOf("before"))).toBe(false);
  expect(known.isNew(idOf("after"))).toBe(false);
  expect(known.isNew(idOf("after", OTHER))).toBe(true);
});

test("of a hundred thousand ids none is called new, and hardly one of the others known", () => {
  const known = new KnownIds();
  for (let number = 0; number < 100_000; number += 1) known.add(idOf(`order-${String(number)}`));
  known.complete();
  let mistaken = 0;
  for (let number = 0; number < 100_000; number += 1) {
    if (known.isNew(idOf(`order-${String(number)}`)))
      throw new Error(`order-${String(number)} is called new`);
    if (!known.isNew(idOf(`invoice-${String(number)}`))) mistaken += 1;
  }
  expect(mistaken).toBeLessThan(100);
});

test("after it gave up nothing is new", () => {
  const known = new KnownIds();
  known.complete();
  known.giveUp();
  known.add(idOf("a"));
  expect(known.isNew(idOf("b"))).toBe(false);
});
