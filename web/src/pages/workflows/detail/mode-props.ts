// What each mode of the history is told.
export interface ModeProps {
  /** The id of the event whose details are open. */
  pinned: string | undefined;
  onPin: (eventId: string | undefined) => void;
}
