// The pages of batch operations, under one namespace.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { namespaceRoute } from "../namespaces/routes.ts";

const batchesRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "batch-operations",
  staticData: { crumb: "Batch operations" },
});

const listRoute = createRoute({
  getParentRoute: () => batchesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./list-page.tsx"), "BatchListPage"),
});

const detailRoute = createRoute({
  getParentRoute: () => batchesRoute,
  path: "$jobId",
  staticData: { crumb: (params) => params["jobId"] ?? "" },
  component: lazyRouteComponent(() => import("./detail-page.tsx"), "BatchDetailPage"),
});

export interface BatchSearch {
  /** A list filter to begin with. */
  query?: string;
}

/** Not below "batch-operations", where a job may have any name. */
const startRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "start-batch-operation",
  staticData: { crumb: "Start batch operation" },
  validateSearch: (search: Record<string, unknown>): BatchSearch => {
    const { query } = search;
    return typeof query === "string" && query !== "" ? { query } : {};
  },
  component: lazyRouteComponent(() => import("./start-page.tsx"), "BatchStartPage"),
});

export const batchRoutes = [batchesRoute.addChildren([listRoute, detailRoute]), startRoute] as const;
