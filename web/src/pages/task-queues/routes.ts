// The pages of task queues, under one namespace.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { namespaceRoute } from "../namespaces/routes.ts";

const taskQueuesRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "task-queues",
  staticData: { crumb: "Task queues" },
});

const listRoute = createRoute({
  getParentRoute: () => taskQueuesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./list-page.tsx"), "TaskQueueListPage"),
});

const detailRoute = createRoute({
  getParentRoute: () => taskQueuesRoute,
  path: "$taskQueue",
  staticData: { crumb: (params) => params["taskQueue"] ?? "" },
  component: lazyRouteComponent(() => import("./detail-page.tsx"), "TaskQueueDetailPage"),
});

export const taskQueueRoutes = [taskQueuesRoute.addChildren([listRoute, detailRoute])] as const;
