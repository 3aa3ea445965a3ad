// Named places at which a test may end the process, so that a crash is proved harmless exactly there and not only where
// chance puts it. Off unless CELLPLANE_FAILPOINT says a place and a turn ("journal.after-commit:3"): then nothing is called.

export const FAILPOINTS = [
  /** The epoch is ours; nothing was read yet. */
  "writer.epoch-begun",
  /** Everything was read; what was under way is not taken up yet. */
  "start.before-resumption",
  /** The statements of a flush are made and not sent. */
  "journal.before-flush",
  /** The flush is stored; nobody was answered and no effect has run. */
  "journal.after-commit",
  /** After a lost connection: the new one writes; what was lost is not loaded yet. */
  "journal.after-reconnect",
  /** The child is stored, its parent does not know. */
  "child.started",
  /** The signal is stored, its sender does not know. */
  "signal.delivered",
  /** The parent knows of the end of its child; that this was told is not stored. */
  "parent.told",
  /** The handler of a Nexus operation has answered; the caller does not know. */
  "operation.answered",
  /** A completion callback was told; that it was is not stored. */
  "callback.told",
  /** The namespace is marked; nothing of it is removed yet. */
  "namespace.marked",
  /** The run of a schedule is stored with it. */
  "schedule.acted",
] as const;

export type Failpoint = (typeof FAILPOINTS)[number];

/** Says that a place is reached. Ends the process when it is the one, for the turn that was asked for. */
export type Reach = (place: Failpoint) => void;

/** Undefined when no place is asked for. `text` is checked by the configuration. */
export function failpointOf(text: string | undefined, end: () => void): Reach | undefined {
  if (text === undefined) return undefined;
  const [wanted, turn = "1"] = text.split(":");
  let left = Number(turn);
  return (place) => {
    if (place !== wanted) return;
    left -= 1;
    if (left === 0) end();
  };
}

export function isFailpoint(text: string): boolean {
  const [place = "", turn = "1", ...more] = text.split(":");
  return FAILPOINTS.some((known) => known === place) && /^[1-9]\d{0,5}$/.test(turn) && more.length === 0;
}
