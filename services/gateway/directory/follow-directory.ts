// Follows the control plane's directory: long poll, last good snapshot in memory and on disk. A control plane that is
// down, slow or answers nonsense changes nothing: the gateway serves from what it has (E1).
import { directoryV1, methodOf } from "#contracts";
import { delay } from "#shared/clock";
import type { Logger } from "#shared/log";
import { createUnaryClient, type UnaryClient } from "#wire";
import { GATEWAY_LIMITS } from "../limits/limits.ts";
import { EMPTY_VIEW, viewOf, type DirectoryView } from "./directory-view.ts";
import { readSnapshot, writeSnapshot } from "./snapshot-file.ts";

const GET_DIRECTORY = methodOf("cellplane.directory.v1.DirectoryService/GetDirectory").path;
const ANSWER_GRACE_MS = 10_000;

export interface DirectoryFollower {
  /** The newest good snapshot; empty until the first one came. */
  readonly view: DirectoryView;
  /** When the control plane was last heard, monotonic milliseconds; 0 when never. */
  readonly heardAt: number;
  /** Called after every change. */
  onChange: (view: DirectoryView) => void;
  stop(): Promise<void>;
}

interface FollowOptions {
  address: string;
  token: string;
  file: string;
  log: Logger;
}

/** Starts with the snapshot on disk, if there is one, and follows from then on. */
export async function followDirectory(options: FollowOptions): Promise<DirectoryFollower> {
  const client = createUnaryClient({ address: options.address, token: options.token });
  const abort = new AbortController();
  const state = { view: await storedView(options), heardAt: 0 };
  const follower: DirectoryFollower = {
    get view() {
      return state.view;
    },
    get heardAt() {
      return state.heardAt;
    },
    onChange: () => undefined,
    stop: async () => {
      abort.abort();
      client.close();
      await following;
    },
  };
  const following = follow(options, { client, state, follower, signal: abort.signal });
  return follower;
}

async function storedView({ file, log }: FollowOptions): Promise<DirectoryView> {
  const stored = await readSnapshot(file);
  if (stored === undefined) return EMPTY_VIEW;
  try {
    const view = viewOf(directoryV1.Directory.decode(stored), EMPTY_VIEW);
    log.info(
      { version: view.version, namespaces: view.namespaces.size },
      "serving from the stored directory",
    );
    return view;
  } catch (error) {
    log.error({ err: error }, "the stored directory cannot be read");
    return EMPTY_VIEW;
  }
}

interface Following {
  client: UnaryClient;
  state: { view: DirectoryView; heardAt: number };
  follower: DirectoryFollower;
  signal: AbortSignal;
}

async function follow(options: FollowOptions, following: Following): Promise<void> {
  const { signal } = following;
  let wasLost = false;
  while (!signal.aborted) {
    try {
      await pollOnce(options, following);
      if (wasLost) options.log.info("the control plane is heard again");
      wasLost = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!wasLost) options.log.warn({ err: error }, "the control plane is not heard; serving what is known");
      wasLost = true;
      await delay(GATEWAY_LIMITS.directoryRetryMs, signal).catch(() => undefined);
    }
  }
}

async function pollOnce(
  options: FollowOptions,
  { client, state, follower, signal }: Following,
): Promise<void> {
  const waitMs = state.heardAt === 0 ? 0 : GATEWAY_LIMITS.directoryWaitMs;
  const request = directoryV1.GetDirectoryRequest.encode({ knownVersion: state.view.version, waitMs });
  const deadlineMs = waitMs + ANSWER_GRACE_MS;
  const answer = await client.call(GET_DIRECTORY, request, { deadlineMs, signal });
  const response = directoryV1.GetDirectoryResponse.decode(answer);
  state.heardAt = performance.now();
  const { directory } = response;
  if (response.unchanged === true || directory == null) return;
  // Everything is read before anything changes: a broken answer leaves the old view in place.
  const view = viewOf(directory, state.view);
  if (view.version === state.view.version) return;
  state.view = view;
  follower.onChange(view);
  await writeSnapshot(options.file, directoryV1.Directory.encode(directory)).catch((error: unknown) => {
    options.log.error({ err: error }, "the directory cannot be stored; a restart would serve an older one");
  });
}
