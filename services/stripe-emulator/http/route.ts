// What a resource offers: method, path with :names, and the work. The work is synchronous and runs in one transaction.
import type { Emulator } from "../emulator.ts";
import type { Params } from "./params.ts";

export interface RouteCall {
  emulator: Emulator;
  params: Params;
  /** Values of the :names of the path. */
  id: (name?: string) => string;
}

export interface Route {
  method: "GET" | "POST" | "DELETE";
  path: string;
  run: (call: RouteCall) => unknown;
}

export interface MatchedRoute {
  route: Route;
  names: ReadonlyMap<string, string>;
}

export function matchRoute(routes: readonly Route[], method: string, path: string): MatchedRoute | undefined {
  const parts = path.split("/");
  for (const route of routes) {
    const wanted = route.path.split("/");
    if (route.method !== method || wanted.length !== parts.length) continue;
    const names = new Map<string, string>();
    const matches = wanted.every((part, index) => {
      const given = parts[index] ?? "";
      if (!part.startsWith(":")) return part === given;
      names.set(part.slice(1), decodeURIComponent(given));
      return given !== "";
    });
    if (matches) return { route, names };
  }
  return undefined;
}
