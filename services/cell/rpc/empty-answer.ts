// What a poll without a task answers: an empty message, or NOT_FOUND when the namespace went away meanwhile.
import type { Engine } from "../engine.ts";

const EMPTY = new Uint8Array();

export function emptyAnswer(engine: Engine, namespace: string | null | undefined): Uint8Array {
  engine.namespaces.named(namespace);
  return EMPTY;
}
