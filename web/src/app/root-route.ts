// The root of all routes, and what every route can rely on.
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, lazyRouteComponent } from "@tanstack/react-router";

export interface RouteContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouteContext>()({
  notFoundComponent: lazyRouteComponent(() => import("../frame/not-found.tsx"), "NotFound"),
  errorComponent: lazyRouteComponent(() => import("../frame/page-failed.tsx"), "PageFailed"),
});

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** The page's name in the breadcrumb: a text, or made from the path's parameters. */
    crumb?: string | ((params: Readonly<Record<string, string>>) => string);
  }
}
