// How a task is given to a worker when versions have no part in it: the usual case, so it is made once.
import type { Assignment } from "../command.ts";

export const WITHOUT_VERSIONS: Assignment = {
  version: "",
  directive: undefined,
  revision: 0,
  target: { version: "", revision: 0 },
};
