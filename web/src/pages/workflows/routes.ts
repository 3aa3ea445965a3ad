// The pages of workflows: the list of a namespace, one run with its parts, the form that starts one.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";
import { namespaceRoute } from "../namespaces/routes.ts";

function textIn(search: Record<string, unknown>, key: string): string | undefined {
  const value = search[key];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Where "g w" goes: to the only namespace, or to choose one. */
const chooseRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/workflows",
  staticData: { crumb: "Workflows" },
  component: lazyRouteComponent(() => import("./choose-page.tsx"), "WorkflowsChoosePage"),
});

const workflowsRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "workflows",
  staticData: { crumb: "Workflows" },
});

export interface ListSearch {
  /** A list filter. */
  query?: string;
}

const listRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "/",
  validateSearch: (search: Record<string, unknown>): ListSearch => {
    const query = textIn(search, "query");
    return query === undefined ? {} : { query };
  },
  component: lazyRouteComponent(() => import("./list/list-page.tsx"), "WorkflowListPage"),
});

export interface HistorySearch {
  mode?: "timeline" | "compact" | "all" | "json";
  /** The id of an event whose details are open. */
  event?: string;
}

const MODES = ["timeline", "compact", "all", "json"] as const;

function historySearch(search: Record<string, unknown>): HistorySearch {
  const mode = MODES.find((each) => each === search["mode"]);
  const event = String(search["event"]);
  return { ...(mode === undefined ? {} : { mode }), ...(/^\d+$/.test(event) ? { event } : {}) };
}

/** An address without a run: the newest one's. */
const newestRunRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "$workflowId",
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("./newest-run-page.tsx"), "NewestRunPage"),
});

const runRoute = createRoute({
  getParentRoute: () => workflowsRoute,
  path: "$workflowId/$runId",
  staticData: { crumb: (params) => params["workflowId"] ?? "" },
  component: lazyRouteComponent(() => import("./detail/workflow-layout.tsx"), "WorkflowLayout"),
});

const historyRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "/",
  validateSearch: historySearch,
  component: lazyRouteComponent(() => import("./detail/history-page.tsx"), "WorkflowHistoryPage"),
});

const pendingRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "pending",
  staticData: { crumb: "Pending" },
  component: lazyRouteComponent(() => import("./detail/pending-page.tsx"), "WorkflowPendingPage"),
});

const queriesRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "queries",
  staticData: { crumb: "Queries" },
  component: lazyRouteComponent(() => import("./detail/queries-page.tsx"), "WorkflowQueriesPage"),
});

const relationshipsRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "relationships",
  staticData: { crumb: "Relationships" },
  component: lazyRouteComponent(() => import("./detail/relationships-page.tsx"), "WorkflowRelationshipsPage"),
});

const workersRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "workers",
  staticData: { crumb: "Workers" },
  component: lazyRouteComponent(() => import("./detail/workers-page.tsx"), "WorkflowWorkersPage"),
});

const detailsRoute = createRoute({
  getParentRoute: () => runRoute,
  path: "details",
  staticData: { crumb: "Details" },
  component: lazyRouteComponent(() => import("./detail/details-page.tsx"), "WorkflowDetailsPage"),
});

export interface StartSearch {
  /** A run to begin with what it was started with. */
  likeWorkflow?: string;
  likeRun?: string;
}

const startRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "start-workflow",
  staticData: { crumb: "Start workflow" },
  validateSearch: (search: Record<string, unknown>): StartSearch => {
    const [likeWorkflow, likeRun] = [textIn(search, "likeWorkflow"), textIn(search, "likeRun")];
    return likeWorkflow === undefined || likeRun === undefined ? {} : { likeWorkflow, likeRun };
  },
  component: lazyRouteComponent(() => import("./start/start-page.tsx"), "WorkflowStartPage"),
});

/** Under one namespace. */
export const workflowRoutes = [
  workflowsRoute.addChildren([
    listRoute,
    newestRunRoute,
    runRoute.addChildren([
      historyRoute,
      pendingRoute,
      queriesRoute,
      relationshipsRoute,
      workersRoute,
      detailsRoute,
    ]),
  ]),
  startRoute,
] as const;

export const workflowEntryRoutes = [chooseRoute] as const;
