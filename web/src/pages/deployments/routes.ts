// The pages of worker deployments, under one namespace.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { namespaceRoute } from "../namespaces/routes.ts";

const deploymentsRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "deployments",
  staticData: { crumb: "Deployments" },
});

const listRoute = createRoute({
  getParentRoute: () => deploymentsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./list-page.tsx"), "DeploymentListPage"),
});

const detailRoute = createRoute({
  getParentRoute: () => deploymentsRoute,
  path: "$deployment",
  staticData: { crumb: (params) => params["deployment"] ?? "" },
  component: lazyRouteComponent(() => import("./detail-page.tsx"), "DeploymentDetailPage"),
});

export const deploymentRoutes = [deploymentsRoute.addChildren([listRoute, detailRoute])] as const;
