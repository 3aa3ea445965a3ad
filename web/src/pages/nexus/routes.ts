// Nexus endpoints of the account.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const nexusRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/nexus",
  staticData: { crumb: "Nexus" },
  component: lazyRouteComponent(() => import("./endpoints-page.tsx"), "NexusEndpointsPage"),
});

export const nexusRoutes = [nexusRoute] as const;
