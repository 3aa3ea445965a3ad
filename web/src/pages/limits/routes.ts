// The limits of the account.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const limitsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/limits",
  staticData: { crumb: "Limits" },
  component: lazyRouteComponent(() => import("./limits-page.tsx"), "LimitsPage"),
});

export const limitRoutes = [limitsRoute] as const;
