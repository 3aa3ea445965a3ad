// The parent of all pages behind sign-in: rail, header, palette around them. Who is not signed in comes back after it.
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { sessionQuery } from "#api/session";
import { rootRoute } from "./root-route.ts";

export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "frame",
  beforeLoad: async ({ context, location }) => {
    const session = await context.queryClient.ensureQueryData(sessionQuery);
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's own way to redirect
    if (session === null) throw redirect({ to: "/sign-in", search: { next: location.href } });
    return { session };
  },
  component: lazyRouteComponent(() => import("../frame/frame.tsx"), "Frame"),
  notFoundComponent: lazyRouteComponent(() => import("../frame/not-found.tsx"), "NotFound"),
  errorComponent: lazyRouteComponent(() => import("../frame/page-failed.tsx"), "PageFailed"),
});
