// What waits for the agreement of others, and the policies that make it wait.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { frameRoute } from "#app/frame-route";

const approvalsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: "/approvals",
  staticData: { crumb: "Approvals" },
});

const listsRoute = createRoute({
  getParentRoute: () => approvalsRoute,
  id: "lists",
  component: lazyRouteComponent(() => import("./approvals-layout.tsx"), "ApprovalsLayout"),
});

const requestsRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./requests-page.tsx"), "ApprovalRequestsPage"),
});

const policiesRoute = createRoute({
  getParentRoute: () => listsRoute,
  path: "policies",
  staticData: { crumb: "Policies" },
  component: lazyRouteComponent(() => import("./policies-page.tsx"), "ConsensusPoliciesPage"),
});

const requestRoute = createRoute({
  getParentRoute: () => approvalsRoute,
  path: "$requestId",
  staticData: { crumb: (params) => params["requestId"] ?? "" },
  component: lazyRouteComponent(() => import("./request-page.tsx"), "ApprovalRequestPage"),
});

export const approvalRoutes = [
  approvalsRoute.addChildren([listsRoute.addChildren([requestsRoute, policiesRoute]), requestRoute]),
] as const;
