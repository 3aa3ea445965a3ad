// The pages of schedules, under one namespace.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { namespaceRoute } from "../namespaces/routes.ts";

const schedulesRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "schedules",
  staticData: { crumb: "Schedules" },
});

const listRoute = createRoute({
  getParentRoute: () => schedulesRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./list-page.tsx"), "ScheduleListPage"),
});

const scheduleRoute = createRoute({
  getParentRoute: () => schedulesRoute,
  path: "$scheduleId",
  staticData: { crumb: (params) => params["scheduleId"] ?? "" },
});

const detailRoute = createRoute({
  getParentRoute: () => scheduleRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./detail-page.tsx"), "ScheduleDetailPage"),
});

const editRoute = createRoute({
  getParentRoute: () => scheduleRoute,
  path: "edit",
  staticData: { crumb: "Edit" },
  component: lazyRouteComponent(() => import("./edit-page.tsx"), "ScheduleEditPage"),
});

/** Not below "schedules", where a schedule may have any name. */
const createScheduleRoute = createRoute({
  getParentRoute: () => namespaceRoute,
  path: "create-schedule",
  staticData: { crumb: "Create schedule" },
  component: lazyRouteComponent(() => import("./create-page.tsx"), "ScheduleCreatePage"),
});

export const scheduleRoutes = [
  schedulesRoute.addChildren([listRoute, scheduleRoute.addChildren([detailRoute, editRoute])]),
  createScheduleRoute,
] as const;
