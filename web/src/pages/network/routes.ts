// Connectivity rules: by which network paths namespaces are reached.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const networkRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/network",
  staticData: { crumb: "Network" },
  component: lazyRouteComponent(() => import("./rules-page.tsx"), "ConnectivityRulesPage"),
});

export const networkRoutes = [networkRoute] as const;
